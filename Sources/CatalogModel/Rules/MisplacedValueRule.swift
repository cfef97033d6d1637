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
    let found = ValueTrades(reading.cells, reading.plan, line)
    for trade in found.trades {
      reading.cells[trade.cell].isTraded = true
      reading.cells[trade.partner].isTraded = true
      report(reading, trade, line, &sink)
    }
    for place in found.misplaced where !reading.cells[place.cell].isTraded {
      reading.cells[place.cell].items[place.item].isMisplaced = true
      reportMove(reading, place.cell, place.item, place.column, line, &sink)
    }
  }

  private static func report(
    _ reading: RowReading, _ trade: ValueTrades.Trade, _ line: Span<UInt8>,
    _ sink: inout some ProblemSink
  ) {
    let isPair = trade.moves.count == 2
    let order = isPair ? [trade.cell, trade.partner].sorted() : [trade.cell, trade.partner]
    var (first, second) = (reading.cells[order[0]], reading.cells[order[1]])
    if first.value.isEmpty { swap(&first, &second) }
    sink.report(.misplacedValue, first.value) {
      let titles = [first, second].map { quoted(reading.plan.title($0.column)) }
      let other = second.value.isEmpty ? titles[1] : line.quoted(second.value)
      return Explanation(
        message: message(line.quoted(first.value), other, titles[1], second, isPair: isPair),
        related: [(reading.place(of: second), "\(other) is here")],
        fix: RowFix(
          title: isPair
            ? "Swap \(titles[0]) and \(titles[1])"
            : "Put \(trade.moves.count) values into their columns",
          edits: trade.moves.map { move in
            let content = line.array(reading.cells[move.content].value)
            return reading.replacement(of: reading.cells[move.place], by: content, line)
          }))
    }
  }

  private static func message(
    _ value: String, _ other: String, _ title: String, _ second: CellReading, isPair: Bool
  ) -> String {
    if !isPair { return "\(value) belongs to \(title), whose value belongs elsewhere" }
    return second.value.isEmpty
      ? "\(value) belongs to \(other), which is empty"
      : "\(value) and \(other) stand in each other's column"
  }

  private static func reportMove(
    _ reading: RowReading, _ index: Int, _ item: Int, _ column: Int, _ line: Span<UInt8>,
    _ sink: inout some ProblemSink
  ) {
    let source = reading.cells[index]
    let range = source.items[item].range
    sink.report(.misplacedValue, range) {
      let title = quoted(reading.plan.title(column))
      let own = quoted(reading.plan.title(source.column))
      let fix = reading.cell(ofColumn: column).flatMap { target in
        move(reading, source, item, to: target, title: title, line)
      }
      return Explanation(
        message: "\(line.quoted(range)) belongs to \(title), not to \(own)", fix: fix)
    }
  }

  private static func move(
    _ reading: RowReading, _ source: CellReading, _ item: Int, to target: CellReading,
    title: String, _ line: Span<UInt8>
  ) -> RowFix? {
    let column = reading.plan.columns[target.column].column
    if column?.isSingle == true, !target.value.isEmpty { return nil }
    // What a link bears is no link without it.
    if source.content != source.value || target.content != target.value { return nil }
    let delimiter = column?.delimiter ?? ", "
    let value = line.array(source.items[item].range)
    let isThere = target.items.contains { line.isEqual($0.range, source.items[item].range) }
    var addition = RowEdit(range: reading.place(of: target), replacement: value)
    if !target.value.isEmpty {
      let end = target.value.upperBound
      addition = RowEdit(range: end..<end, replacement: Array(delimiter.utf8) + value)
    }
    let removal = reading.edit(removalRange(source, item), [], line)
    let edits = isThere ? [removal] : [removal, addition]
    return RowFix(
      title: "Move to \(title)", isSafe: false,
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
