import CatalogSchema

/// A known term under another label, or in other case, spacing or hyphens.
///
/// One term spelt three ways is three terms to everyone who filters the list. Where a schema says
/// how texts are written (length, capital, punctuation, code, endings), a text written otherwise is
/// nonstandard, too.
///
/// Fix: safe
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
      guard case .alternative(let id) = item.match, let column = cell.column,
        let term = context.plan.columns[column].vocabulary?[id]
      else { continue }
      sink.report(item.range) {
        let (value, label) = (line.quoted(item.range), quoted(term.prefLabel))
        // Strings are equal in whatever Unicode form they are written.
        let isSameText = line.string(item.range) == term.cellLabel
        return Explanation(
          message: "Use \(label) instead of \(value)"
            + (isSameText ? ", which has another Unicode form" : ""),
          fix: RowFix(
            title: "Replace \(value) with \(label)",
            edits: [context.edit(item.range, Array(term.cellLabel.utf8), line)]))
      }
    }
    ConstraintViolations.report(isUnknown: false, cell, context, line, &sink)
  }
}
