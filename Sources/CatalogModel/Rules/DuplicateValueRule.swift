import CatalogSchema

/// The same term twice in one cell.
///
/// It says nothing new and counts double in statistics.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation, Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum DuplicateValueRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells where !cell.isTraded && cell.items.count > 1 {
      var seen: [TermID: Range<Int>] = [:]
      for (index, item) in cell.items.enumerated() {
        guard let id = item.match.meant else { continue }
        guard let earlier = seen[id] else {
          seen[id] = item.range
          continue
        }
        sink.report(.duplicateValue, item.range) {
          Explanation(
            message: "“\(line.string(item.range))” stands in this cell already",
            related: [(earlier, "first here")],
            fix: RowFix(
              title: "Remove the repeated value",
              edits: [
                RowEdit(range: MisplacedValueRule.removalRange(cell, index), replacement: [])
              ]))
        }
      }
    }
  }
}
