import CatalogSchema
import TableSyntax

/// A row has more cells than its table has columns.
///
/// Renderers drop what stands behind the last column, so readers never see it. A surplus cell that
/// is empty or repeats a value of its row can be taken away without loss; where all other values
/// fit only without a certain cell, that one is the surplus.
///
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D | MRI |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum ExtraCellRule {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    guard case .long(let fit) = reading.fit else { return }
    let row = reading.row
    var cells = Array(reading.plan.columns.count..<row.cellCount)
    if case .clear(let surplus) = fit { cells = surplus }
    guard let first = cells.first, let last = cells.last else { return }
    let isRun = last - first == cells.count - 1
    let end = row.cells[isRun ? last : first].value.upperBound
    sink.report(.extraCell, row.cells[first].value.lowerBound..<end) {
      Explanation(
        message: message(reading, cells, line),
        related: isRun ? [] : cells.dropFirst().map { (row.cells[$0].value, "also surplus") },
        fix: fix(reading, cells, line))
    }
  }

  private static func message(
    _ reading: RowReading, _ cells: [Int], _ line: Span<UInt8>
  ) -> String {
    let row = reading.row
    let more = cells.count == 1 ? "one cell" : "\(cells.count) cells"
    let start = "Extra cell: the row has \(more) more than the table has columns"
    if case .long(.clear) = reading.fit {
      let values = cells.filter { !row.cells[$0].value.isEmpty }.map {
        line.quoted(row.cells[$0].value)
      }
      let names = values + (values.count < cells.count ? ["what is empty"] : [])
      return "\(start); without \(listed(names, by: "and")) all others fit their columns"
    }
    let lost = cells.prefix(3).filter { !row.cells[$0].value.isEmpty }.map {
      line.quoted(row.cells[$0].value)
    }
    return lost.isEmpty ? start : "\(start); renderers drop \(listed(lost, by: "and"))"
  }

  private static func fix(
    _ reading: RowReading, _ cells: [Int], _ line: Span<UInt8>
  ) -> RowFix? {
    let row = reading.row
    let isEmpty = cells.allSatisfy { row.cells[$0].value.isEmpty }
    guard isEmpty || !isInDoubt(reading), isWithoutLoss(reading, cells, line) else { return nil }
    return RowFix(
      title: cells.count == 1 ? "Remove the surplus cell" : "Remove the surplus cells",
      edits: (removals(row, cells) + keptComments(row, cells, line)).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      })
  }

  /// Whether another cell may be the surplus.
  private static func isInDoubt(_ reading: RowReading) -> Bool {
    reading.fit == .long(.unclear)
      || reading.cells.contains { $0.items.contains(where: \.isMisplaced) }
  }

  /// Whether each cell is empty or repeats one that stays, as that is written once it is mended.
  private static func isWithoutLoss(
    _ reading: RowReading, _ cells: [Int], _ line: Span<UInt8>
  ) -> Bool {
    let row = reading.row
    var surplus = Set(
      cells.filter { !row.cells[$0].value.isEmpty }.map {
        CleanValue.text(line, row.cells[$0].value)
      })
    let gone = Set(cells)
    let kept = row.cells.indices.filter { !gone.contains($0) }
    for cell in kept where !surplus.isEmpty {
      surplus.remove(CleanValue.text(line, row.cells[cell].value))
    }
    for cell in kept where !surplus.isEmpty {
      for column in reading.plan.termColumns {
        let planned = reading.plan.columns[column]
        if let text = CellReader.mended(line, row.cells[cell].value, planned) {
          surplus.remove(text)
        }
      }
    }
    return surplus.isEmpty
  }

  /// The comments of the cells, put into the cell beside them.
  private static func keptComments(
    _ row: Row, _ cells: [Int], _ line: Span<UInt8>
  ) -> [RowEdit] {
    let comments = cells.flatMap { row.comments(in: row.cells[$0].range) }
    let surplus = Set(cells)
    // The surplus cells are in order, so a cell before the first is none of them.
    guard !comments.isEmpty, let first = cells.first,
      let host = first > 0 ? first - 1 : row.cells.indices.first(where: { !surplus.contains($0) })
    else { return [] }
    let end = RowSplitter.trimmed(row.cells[host].range, in: line).upperBound
    var text: [UInt8] = []
    for comment in comments { text += [0x20] + line.array(comment) }
    return [RowEdit(range: end..<end, replacement: text)]
  }

  /// The cells with the pipe behind each; runs of cells go together.
  private static func removals(_ row: Row, _ cells: [Int]) -> [RowEdit] {
    var edits: [RowEdit] = []
    for cell in cells {
      let range = row.cells[cell].range.lowerBound..<pipeEnd(row, cell)
      if let last = edits.last, last.range.upperBound == range.lowerBound {
        edits[edits.count - 1].range = last.range.lowerBound..<range.upperBound
      } else {
        edits.append(RowEdit(range: range, replacement: []))
      }
    }
    return edits
  }

  private static func pipeEnd(_ row: Row, _ cell: Int) -> Int {
    let isLast = cell == row.cellCount - 1
    return row.cells[cell].range.upperBound + (isLast && !row.hasClosingPipe ? 0 : 1)
  }
}
