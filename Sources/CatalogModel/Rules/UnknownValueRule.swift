import CatalogSchema

/// A value that no vocabulary of the table knows.
///
/// Mostly a misspelling, and then the row is missing from every search for the right word. Terms
/// that are close are named; a single slip of the keyboard is mended. Where a schema asks for
/// numbers, dates, bounds or a pattern, a value that is none of these is unknown, too.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmenttion | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum UnknownValueRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded {
      let planned = reading.plan.columns[cell.column]
      guard let vocabulary = planned.vocabulary else { continue }
      let isClosed = planned.demands.isClosed
      for item in cell.items where !item.isMisplaced && !item.range.isEmpty {
        switch item.match {
        // What an open column does not know may be right, but not what is listed as a misspelling.
        case .near(let id)
        where isClosed || vocabulary.matchLabel(line, item.range) == .near(id):
          sink.report(.unknownValue, item.range) {
            let term = vocabulary[id]
            let label = quoted(term.prefLabel)
            return Explanation(
              message: "Unknown value \(line.quoted(item.range)); did you mean \(label)?",
              fix: RowFix(
                title: "Change to \(label)",
                edits: [reading.edit(item.range, Array(term.cellLabel.utf8), line)]))
          }
        case .unknown where isClosed && item.pieces == nil:
          sink.report(.unknownValue, item.range) {
            Explanation(message: message(reading.plan, cell.column, line, item.range))
          }
        default: break
        }
      }
    }
  }

  private static func message(
    _ plan: TablePlan, _ column: Int, _ line: Span<UInt8>, _ range: Range<Int>
  ) -> String {
    let start = "Unknown value \(line.quoted(range))"
    if let own = suggestions(plan, column, line, range) { return "\(start); did you mean \(own)?" }
    for other in plan.termColumns where other != column {
      if let known = suggestions(plan, other, line, range) {
        return "\(start); did you mean \(known), which belongs to \(quoted(plan.title(other)))?"
      }
    }
    return "\(start) in \(quoted(plan.title(column)))"
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
}
