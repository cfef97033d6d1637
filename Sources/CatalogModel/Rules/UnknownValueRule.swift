import CatalogSchema

/// A value that no vocabulary of the table knows.
///
/// Mostly a misspelling, and then the row is missing from every search for the right word. Terms
/// that are close are named; a single slip of the keyboard is mended.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmenttion | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum UnknownValueRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded {
      let planned = reading.plan.columns[cell.column]
      guard let vocabulary = planned.vocabulary, planned.column?.isClosed == true else { continue }
      for item in cell.items where !item.isMisplaced && !item.range.isEmpty {
        switch item.match {
        case .near(let id):
          sink.report(.unknownValue, item.range) {
            let label = vocabulary[id].prefLabel
            return Explanation(
              message: "Unknown value “\(line.string(item.range))”; did you mean “\(label)”?",
              fix: RowFix(
                title: "Change to “\(label)”",
                edits: [RowEdit(range: item.range, replacement: Array(label.utf8))]))
          }
        case .unknown where item.pieces == nil:
          sink.report(.unknownValue, item.range) {
            explain(line.string(item.range), vocabulary, reading.plan.title(cell.column))
          }
        default: break
        }
      }
    }
  }

  private static func explain(
    _ value: String, _ vocabulary: Vocabulary, _ title: String
  ) -> Explanation {
    let suggestions = vocabulary.suggestions(for: value).map { "“\($0)”" }
    guard !suggestions.isEmpty else {
      return Explanation(message: "Unknown value “\(value)” in “\(title)”")
    }
    let list = suggestions.joined(separator: " or ")
    return Explanation(message: "Unknown value “\(value)”; did you mean \(list)?")
  }
}
