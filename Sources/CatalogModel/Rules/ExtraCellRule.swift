import CatalogSchema
import TableSyntax

/// A row has more cells than its table has columns.
///
/// Renderers drop the cells after the last column, so readers never see them. Empty ones at the
/// row's end are a hint, since nothing is lost. A surplus cell that is empty or repeats a value of
/// its row can be removed without loss; if all other values fit only without a certain cell, that
/// one is the surplus. A pipe splits cells in code, formulas, links and URLs too: there write
/// `\|`.
///
/// Fix: safe, where nothing is lost
/// Bad: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D | MRI |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum ExtraCellRule {
  static let rule = Rule("extra-cell", .error, .irregularRows(check))

  @Sendable private static func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    if case .split = view.placement {
      reportSplit(view, line, &sink)
      return
    }
    guard case .long(let fit) = view.placement else { return }
    let row = view.row
    var cells = Array(view.plan.columns.count..<row.cellCount)
    if case .clear(let surplus) = fit { cells = surplus }
    guard let first = cells.first, let last = cells.last else { return }
    let isRun = last - first == cells.count - 1
    let end = row.cells[isRun ? last : first].value.upperBound
    sink.report(row.cells[first].value.lowerBound..<end) {
      Explanation(
        message: message(view, cells, line),
        related: isRun ? [] : cells.dropFirst().map { (row.cells[$0].value, "also surplus") },
        fix: fix(view, cells, line),
        severity: isEmptyEnd(cells, view) ? .hint : nil)
    }
  }

  /// Whether the cells are after the last column and empty.
  private static func isEmptyEnd(_ cells: [Int], _ view: RowView) -> Bool {
    cells.allSatisfy { $0 >= view.plan.columns.count && view.row.cells[$0].value.isEmpty }
  }

  /// Code, a formula, a link or a URL whose pipes split its cell.
  private static func reportSplit(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let enclosed = EnclosedPipes(
      line, view.row, columnCount: view.plan.columns.count)
    guard let first = enclosed.ranges.first else { return }
    sink.report(first) {
      let pipe = enclosed.pipes.count == 1 ? "a pipe" : "pipes"
      return Explanation(
        message: "Extra cell: \(line.quoted(first)) has \(pipe) that ends the cell: write “\\|”",
        related: enclosed.ranges.dropFirst().map { ($0, "also with a pipe") },
        fix: RowFix(
          title: "Escape the \(enclosed.pipes.count == 1 ? "pipe" : "pipes")", isSafe: false,
          edits: enclosed.pipes.map { RowEdit(range: $0..<$0, replacement: [0x5C]) }))
    }
  }

  private static func message(_ view: RowView, _ cells: [Int], _ line: Span<UInt8>) -> String {
    let row = view.row
    let more = cells.count == 1 ? "1 cell" : "\(cells.count) cells"
    let start = "Extra cell: the row has \(more) more than the table has columns"
    let values = cells.filter { !row.cells[$0].value.isEmpty }.map {
      line.quoted(row.cells[$0].value)
    }
    if case .long(.clear) = view.placement {
      let names = values + (values.count < cells.count ? ["the empty cells"] : [])
      return "\(start); without \(listed(names, by: "and")) the others fit their columns"
    }
    return values.isEmpty
      ? start : "\(start); renderers drop \(listed(values.prefix(3), by: "and"))"
  }

  private static func fix(_ view: RowView, _ cells: [Int], _ line: Span<UInt8>) -> RowFix? {
    let row = view.row
    let isEmpty = cells.allSatisfy { row.cells[$0].value.isEmpty }
    guard isEmpty || !isInDoubt(view), isWithoutLoss(view, cells, line) else { return nil }
    return RowFix(
      title: cells.count == 1 ? "Remove the surplus cell" : "Remove the surplus cells",
      isSafe: cells.allSatisfy { isSurelyRepeated($0, view, cells, line) },
      effect: .removal,
      edits: (removals(row, cells) + keptComments(row, cells, line)).sorted {
        $0.range.lowerBound < $1.range.lowerBound
      })
  }

  /// Whether another cell may be the surplus.
  private static func isInDoubt(_ view: RowView) -> Bool {
    view.placement == .long(.unclear) || view.cells.contains { !$0.misplacedItems.isEmpty }
  }

  /// Whether each cell is empty or repeats one that stays, as that reads once it is fixed.
  private static func isWithoutLoss(
    _ view: RowView, _ cells: [Int], _ line: Span<UInt8>
  ) -> Bool {
    let row = view.row
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
      for column in view.plan.termColumns {
        let text = view.plan.columns[column].fixed(line, row.cells[cell].value)
        if let text { surplus.remove(text) }
      }
    }
    return surplus.isEmpty
  }

  /// Whether a surplus cell is empty, a term, or repeats the cell next to it; pipes without spaces,
  /// as in `1|1` or `|x|`, may belong to a text.
  private static func isSurelyRepeated(
    _ cell: Int, _ view: RowView, _ surplus: [Int], _ line: Span<UInt8>
  ) -> Bool {
    let cells = view.row.cells
    let value = cells[cell].value
    let isTerm = view.plan.termColumns.contains { view.plan.columns[$0].knows(line, value) }
    if value.isEmpty || isTerm { return true }
    let isPadded = [cell, cell + 1].allSatisfy { index in
      index == 0 || index >= cells.count || isApart(index - 1, index, view.row, line)
    }
    guard isPadded else { return false }
    let text = CleanValue.text(line, value)
    return [cell - 1, cell + 1].contains { index in
      cells.indices.contains(index) && !surplus.contains(index)
        && CleanValue.text(line, cells[index].value) == text
    }
  }

  /// Whether a space is at least on one side of the pipe between two cells.
  private static func isApart(
    _ left: Int, _ right: Int, _ row: Row, _ line: Span<UInt8>
  ) -> Bool {
    let pipe = row.cells[left].range.upperBound
    return pipe > 0 && line[pipe - 1].isBlank
      || pipe + 1 < line.count && line[pipe + 1].isBlank || row.cells[right].value.isEmpty
  }

  /// Edits that move the comments of the cells into the cell next to them.
  private static func keptComments(
    _ row: Row, _ cells: [Int], _ line: Span<UInt8>
  ) -> [RowEdit] {
    let comments = cells.flatMap { row.comments(in: row.cells[$0].range) }
    let surplus = Set(cells)
    // The surplus cells are in order, so the cell before the first one stays.
    guard !comments.isEmpty, let first = cells.first,
      let host = first > 0 ? first - 1 : row.cells.indices.first(where: { !surplus.contains($0) })
    else { return [] }
    let end = RowSplitter.trimmed(row.cells[host].range, in: line).upperBound
    var text: [UInt8] = []
    for comment in comments { text += [0x20] + line.array(comment) }
    return [RowEdit(range: end..<end, replacement: text)]
  }

  /// The cells with the pipe after each; one edit for neighbouring cells.
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
