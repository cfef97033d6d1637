import CatalogSchema

/// A value that no vocabulary of the table knows.
///
/// It is often a misspelling, and then a search for the right word does not find the row. The
/// message names close terms, and the fix corrects a single typo. In a column that is not closed
/// only a typo is reported, as a hint. Where a schema requires numbers, dates, bounds or a pattern,
/// a value that does not match is unknown, too.
///
/// Fix: safe in a closed column, for one typo
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmenttion | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum UnknownValueRule {
  static let rule = Rule(
    "unknown-value", .warning, .cells([.terms, .constrained], check), .guess(guess))

  @Sendable private static func check(
    _ cell: CellView, _ context: RowContext, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    if cell.isSwapped { return }
    if let column = cell.column, context.plan.columns[column].vocabulary != nil {
      let isClosed = context.plan.columns[column].requirements.isClosed
      for (index, item) in cell.items.enumerated() where !item.range.isEmpty {
        if cell.misplacedItems.contains(index) { continue }
        switch item.match {
        case .near(let id): report(item, id, context.plan.columns[column], context, line, &sink)
        case .unknown where isClosed && !item.isAccepted:
          sink.report(item.range) {
            Explanation(message: message(context.plan, column, line, item.range))
          }
        default: break
        }
      }
    }
    ConstraintViolations.report(isUnknown: true, cell, context, line, &sink)
  }

  /// Reports a typo, in an open column as a hint unless the vocabulary lists it as a misspelling.
  private static func report(
    _ item: CellItem, _ id: TermID, _ column: PlannedColumn, _ context: RowContext,
    _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard let vocabulary = column.vocabulary else { return }
    sink.report(item.range) {
      let term = vocabulary[id]
      let text = column.labels?.label(of: id) ?? Array(term.cellLabel.utf8)
      let (value, label) = (line.quoted(item.range), quoted(String(decoding: text, as: UTF8.self)))
      let isListed = vocabulary.matchLabel(line, item.range) == .near(id)
      return Explanation(
        message: "Unknown value \(value): did you mean \(label)?",
        fix: RowFix(
          title: "Replace \(value) with \(label)",
          isSafe: column.requirements.isClosed || isListed && term.isConfigured,
          edits: [context.edit(item.range, text, line)]),
        severity: column.requirements.isClosed ? nil : .hint)
    }
  }

  private static func message(
    _ plan: TablePlan, _ column: Int, _ line: Span<UInt8>, _ range: Range<Int>
  ) -> String {
    let start = "Unknown value \(line.quoted(range))"
    if let own = suggestions(plan, column, line, range) { return "\(start): did you mean \(own)?" }
    for other in plan.termColumns where other != column {
      if let known = suggestions(plan, other, line, range) {
        return "\(start): did you mean \(known), which belongs in \(quoted(plan.title(other)))?"
      }
    }
    if let listed = listedValues(plan.columns[column]) {
      return "\(quoted(plan.title(column))) must be \(listed), not \(line.quoted(range))"
    }
    return "\(start) in \(quoted(plan.title(column)))"
  }

  /// The few values that a field lists, each once in whatever case; nil for many, or a vocabulary.
  private static func listedValues(_ column: PlannedColumn) -> String? {
    guard case .values(let vocabulary)? = column.column?.kind else { return nil }
    var known: Set<String> = []
    let labels = vocabulary.terms.prefix(10).map(\.prefLabel)
      .filter { known.insert($0.lowercased()).inserted }
    if vocabulary.terms.count > 10 || labels.count > 5 { return nil }
    return listed(labels.map { quoted($0) }, by: "or")
  }

  /// The close terms of a column, nil for none.
  private static func suggestions(
    _ plan: TablePlan, _ column: Int, _ line: Span<UInt8>, _ range: Range<Int>
  ) -> String? {
    // No label is that long.
    guard range.count <= 256, let vocabulary = plan.columns[column].vocabulary else { return nil }
    let names = vocabulary.suggestions(for: line.string(range)).map { quoted($0) }
    return names.isEmpty ? nil : listed(names, by: "or")
  }

  /// A rare value that is a typo away from one that its column repeats.
  @Sendable private static func guess(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for (range, label) in guesses.rareSpellings(line) {
      sink.report(range) {
        let value = line.quoted(range)
        return Explanation(
          message: "\(value) is rare in this column: did you mean \(quoted(label))?",
          fix: RowFix(
            title: "Replace \(value) with \(quoted(label))", isSafe: false,
            edits: [RowEdit(range: range, replacement: Array(label.utf8))]))
      }
    }
  }
}
