import CatalogSchema

/// The same term twice in one cell, under whatever label.
///
/// It says nothing new and counts double in statistics.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation, Segmentation | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum DuplicateValueRule {
  /// Reports repeated terms and marks them, so that no other rule speaks of them.
  static func check(
    _ reading: inout RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for cell in reading.cells.indices
    where !reading.cells[cell].isTraded && reading.cells[cell].items.count > 1 {
      var seen: [TermID: Range<Int>] = [:]
      for index in reading.cells[cell].items.indices {
        let item = reading.cells[cell].items[index]
        // A slip of the keyboard is mended first.
        guard let id = item.match.known else { continue }
        guard let earlier = seen[id] else {
          seen[id] = item.range
          continue
        }
        reading.cells[cell].items[index].isRepeated = true
        report(reading, cell, index, earlier, line, &sink)
      }
    }
  }

  private static func report(
    _ reading: RowReading, _ cell: Int, _ index: Int, _ earlier: Range<Int>,
    _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    let range = reading.cells[cell].items[index].range
    sink.report(.duplicateValue, range) {
      let removal = MisplacedValueRule.removalRange(reading.cells[cell], index)
      return Explanation(
        message: "\(line.quoted(range)) stands in this cell already",
        related: [(earlier, "first here")],
        fix: RowFix(
          title: "Remove the repeated value", edits: [reading.edit(removal, [], line)]))
    }
  }
}
