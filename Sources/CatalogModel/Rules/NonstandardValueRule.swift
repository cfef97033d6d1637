import CatalogSchema

/// A known term under another label, or in other case, spacing or hyphens.
///
/// One term spelt three ways is three terms to everyone who filters the list. Where a schema asks
/// how texts are written (length, capital, punctuation, code, endings), a text written otherwise is
/// nonstandard, too.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | segmentation | MR | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum NonstandardValueRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded {
      guard let vocabulary = reading.plan.columns[cell.column].vocabulary else { continue }
      for item in cell.items where !item.isRepeated {
        guard case .alternative(let id) = item.match else { continue }
        sink.report(.nonstandardValue, item.range) {
          let term = vocabulary[id]
          let label = quoted(term.prefLabel)
          // Strings are equal in whatever Unicode form they are written.
          let isSameText = line.string(item.range) == term.cellLabel
          return Explanation(
            message: "\(line.quoted(item.range)) is written \(label)"
              + (isSameText ? " in another Unicode form" : ""),
            fix: RowFix(
              title: "Change to \(label)",
              edits: [reading.edit(item.range, Array(term.cellLabel.utf8), line)]))
        }
      }
    }
  }
}
