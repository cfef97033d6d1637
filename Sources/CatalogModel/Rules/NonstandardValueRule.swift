import CatalogSchema

/// A known term under another label than the list uses, or in other case, spacing or hyphens.
///
/// One term spelt three ways is three terms to everyone who filters the list. The label in use is
/// the most frequent one, on ties the preferred one, which is always right for terms that a
/// configuration defines. It is a warning in a closed column where the label in use is three times
/// as frequent or differs in case alone, or where a tie decided, else a hint. Where a schema says
/// how texts are written (length, capital, punctuation, code, endings), a text written otherwise is
/// nonstandard, too.
///
/// Fix: safe in a closed column
/// Bad: `| [ACDC](https://acdc.org) | Hearts | segmentation | MR | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum NonstandardValueRule {
  static let rule = Rule(
    "nonstandard-value", .warning, .cells([.terms, .constrained], check))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    if cell.isSwapped { return }
    for item in cell.items where item.earlier == nil {
      guard let column = cell.column.map({ context.plan.columns[$0] }),
        let standard = column.standardLabel(for: item, line)
      else { continue }
      sink.report(item.range) {
        let text = String(decoding: standard.label, as: UTF8.self)
        let (value, label) = (line.quoted(item.range), quoted(text))
        let isClear =
          standard.certainty == .configured
          || standard.certainty == .high && column.requirements.isClosed
        // Strings are equal in whatever Unicode form they are written.
        let isSameText = line.string(item.range) == text
        return Explanation(
          message: "Use \(label) instead of \(value)"
            + (isSameText ? ", which has another Unicode form" : ""),
          fix: RowFix(
            title: "Replace \(value) with \(label)", isSafe: isClear,
            edits: [context.edit(item.range, standard.label, line)]),
          severity: isClear ? nil : .hint)
      }
    }
    ConstraintViolations.report(isUnknown: false, cell, context, line, &sink)
  }
}
