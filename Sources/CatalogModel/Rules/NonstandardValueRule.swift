import CatalogSchema

/// A known term under another label, or in other case, spacing or hyphens.
///
/// One term spelt three ways is three terms to everyone who filters the list.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | segmentation | MR | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum NonstandardValueRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded {
      guard let vocabulary = reading.plan.columns[cell.column].vocabulary else { continue }
      for item in cell.items {
        guard case .alternative(let id) = item.match else { continue }
        sink.report(.nonstandardValue, item.range) {
          let label = vocabulary[id].prefLabel
          return Explanation(
            message: "“\(line.string(item.range))” is written “\(label)”",
            fix: RowFix(
              title: "Change to “\(label)”",
              edits: [RowEdit(range: item.range, replacement: Array(label.utf8))]))
        }
      }
    }
  }
}
