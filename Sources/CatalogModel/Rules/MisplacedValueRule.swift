import CatalogSchema

/// A value stands in a column that does not know it, and another column does.
///
/// A task among the image types is found by no search for either. Where two cells have just traded
/// places, the fix trades them back; else it moves the value to the column that knows it.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | Segmentation | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum MisplacedValueRule {
  /// Reports misplaced values and marks them, so that no other rule speaks of them.
  static func check(
    _ reading: inout RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    for index in reading.cells.indices {
      for item in reading.cells[index].items.indices {
        guard !reading.cells[index].isTraded,
          let target = otherColumn(reading, index, item, line)
        else { continue }
        if let partner = partner(reading, index, target, line) {
          reading.cells[index].isTraded = true
          reading.cells[partner].isTraded = true
          reportTrade(reading, index, partner, line, &sink)
        } else {
          reading.cells[index].items[item].isMisplaced = true
          reportMove(reading, index, item, target, line, &sink)
        }
      }
    }
  }

  /// The column that knows an item which its own does not.
  private static func otherColumn(
    _ reading: RowReading, _ cell: Int, _ item: Int, _ line: Span<UInt8>
  ) -> Int? {
    let reading = reading
    let found = reading.cells[cell].items[item]
    if found.isAccepted || found.range.isEmpty { return nil }
    return reading.plan.termColumns.first { column in
      guard column != reading.cells[cell].column,
        let vocabulary = reading.plan.columns[column].vocabulary
      else { return false }
      return vocabulary.matchLabel(line, found.range).known != nil
    }
  }

  /// The cell of that column, where both cells fit once they trade places.
  private static func partner(
    _ reading: RowReading, _ cell: Int, _ column: Int, _ line: Span<UInt8>
  ) -> Int? {
    let first = reading.cells[cell]
    guard let partner = reading.cells.firstIndex(where: { $0.column == column }),
      !reading.cells[partner].isTraded,
      CellReader.accepts(line, first.value, reading.plan.columns[column]),
      CellReader.accepts(line, reading.cells[partner].value, reading.plan.columns[first.column])
    else { return nil }
    return partner
  }

  private static func reportTrade(
    _ reading: RowReading, _ index: Int, _ partner: Int, _ line: Span<UInt8>,
    _ sink: inout some ProblemSink
  ) {
    let cells = [reading.cells[index], reading.cells[partner]].sorted { $0.cell < $1.cell }
    let first = cells[0].value.isEmpty ? cells[1] : cells[0]
    let second = cells[0].value.isEmpty ? cells[0] : cells[1]
    sink.report(.misplacedValue, first.value) {
      let titles = (reading.plan.title(first.column), reading.plan.title(second.column))
      let value = line.string(first.value)
      let message =
        second.value.isEmpty
        ? "“\(value)” belongs to “\(titles.1)”, which is empty"
        : "“\(value)” and “\(line.string(second.value))” stand in each other's column"
      let edits = [
        RowEdit(range: reading.place(of: first), replacement: line.array(second.value)),
        RowEdit(range: reading.place(of: second), replacement: line.array(first.value)),
      ]
      return Explanation(
        message: message,
        related: [(reading.place(of: second), "“\(titles.1)” is here")],
        fix: RowFix(
          title: "Swap “\(titles.0)” and “\(titles.1)”",
          edits: edits.sorted { $0.range.lowerBound < $1.range.lowerBound }))
    }
  }

  private static func reportMove(
    _ reading: RowReading, _ index: Int, _ item: Int, _ column: Int, _ line: Span<UInt8>,
    _ sink: inout some ProblemSink
  ) {
    let source = reading.cells[index]
    let range = source.items[item].range
    sink.report(.misplacedValue, range) {
      let value = line.string(range)
      let title = reading.plan.title(column)
      let fix = reading.cell(ofColumn: column).map { target in
        move(reading, source, item, to: target, title: title, line)
      }
      return Explanation(
        message: "“\(value)” belongs to “\(title)”, not to “\(reading.plan.title(source.column))”",
        fix: fix)
    }
  }

  private static func move(
    _ reading: RowReading, _ source: CellReading, _ item: Int, to target: CellReading,
    title: String, _ line: Span<UInt8>
  ) -> RowFix {
    let delimiter = reading.plan.columns[target.column].column?.delimiter ?? ", "
    let value = line.array(source.items[item].range)
    let isThere = target.items.contains { line.isEqual($0.range, source.items[item].range) }
    var addition = RowEdit(range: reading.place(of: target), replacement: value)
    if !target.value.isEmpty {
      let end = target.value.upperBound
      addition = RowEdit(range: end..<end, replacement: Array(delimiter.utf8) + value)
    }
    let removal = RowEdit(range: removalRange(source, item), replacement: [])
    let edits = isThere ? [removal] : [removal, addition]
    return RowFix(
      title: "Move to “\(title)”", isSafe: false,
      edits: edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  /// An item with the delimiter on one side of it.
  static func removalRange(_ cell: CellReading, _ item: Int) -> Range<Int> {
    let range = cell.items[item].range
    if item > 0 { return cell.items[item - 1].range.upperBound..<range.upperBound }
    guard cell.items.count > 1 else { return range }
    return range.lowerBound..<max(range.lowerBound, cell.items[1].range.lowerBound)
  }
}
