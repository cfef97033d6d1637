import CatalogSchema
import TableSyntax

/// A value in a column that does not know it, while another column does.
///
/// Nobody finds a task among the image types. If two cells are swapped, the fix swaps them back;
/// otherwise it moves the value to the column that knows it.
///
/// Where its column is not closed, it is a hint.
///
/// Fix: safe for a swap in closed columns, else unsafe
/// Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | Segmentation | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum MisplacedValueRule {
  static let rule = Rule(
    "misplaced-value", .error, .irregularRows(check), .guess(guessSwaps),
    .guess(AssociationRules.check))

  @Sendable private static func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for swap in view.swaps { report(swap, view, line, &sink) }
    for item in view.misplacedItems where !view.cells[item.cell].isSwapped {
      report(item, view, line, &sink)
    }
  }

  // MARK: Swaps

  private static func report(
    _ swap: SwappedValues.Swap, _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    let isPair = swap.moves.count == 2
    let order = isPair ? [swap.cell, swap.partner].sorted() : [swap.cell, swap.partner]
    var (first, second) = (view.cells[order[0]], view.cells[order[1]])
    if first.value.isEmpty { (first, second) = (second, first) }
    sink.report(first.value) {
      let titles = [first, second].map { title(of: $0, view) }
      let other = second.value.isEmpty ? titles[1] : line.quoted(second.value)
      let places = swap.moves.map { view.cells[$0.place] }
      return Explanation(
        message: message(line.quoted(first.value), other, titles[1], second, isPair: isPair),
        related: [(second.place, "\(other) is here")],
        fix: RowFix(
          title: isPair
            ? "Swap \(titles[0]) and \(titles[1])"
            : "Move \(swap.moves.count) values to their columns",
          isSafe: places.allSatisfy { isClosed($0, view) }, effect: .exchange,
          edits: swap.moves.map { move in
            let content = line.array(view.cells[move.content].value)
            return view.replacement(of: view.cells[move.place], by: content, line)
          }), severity: isClosed(view.cells[swap.cell], view) ? nil : .hint)
    }
  }

  private static func isClosed(_ cell: CellView, _ view: RowView) -> Bool {
    cell.column.map { view.plan.columns[$0].requirements.isClosed } ?? false
  }

  private static func title(of cell: CellView, _ view: RowView) -> String {
    quoted(cell.column.map(view.plan.title) ?? "")
  }

  private static func message(
    _ value: String, _ other: String, _ title: String, _ second: CellView, isPair: Bool
  ) -> String {
    if !isPair { return "\(value) belongs in \(title), whose value belongs in another column" }
    return second.value.isEmpty
      ? "\(value) belongs in \(other), which is empty"
      : "\(value) and \(other) are in each other's column"
  }

  /// Two cells whose values the other rows have in each other's column.
  @Sendable private static func guessSwaps(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    for swap in guesses.swaps {
      let first = guesses.row.cells[swap.column].value
      let second = guesses.row.cells[swap.partner].value
      sink.report(first) {
        Explanation(
          message:
            "\(line.quoted(first)) and \(line.quoted(second)) may be swapped: the other rows "
            + "have such values in each other's column",
          related: [(second, "\(line.quoted(second)) is here")],
          fix: RowFix(
            title: "Swap the two cells", isSafe: false,
            edits: [
              RowEdit(range: first, replacement: line.array(second)),
              RowEdit(range: second, replacement: line.array(first)),
            ]))
      }
    }
  }

  // MARK: Moves

  private static func report(
    _ found: SwappedValues.MisplacedItem, _ view: RowView, _ line: Span<UInt8>,
    _ sink: inout ProblemSink
  ) {
    let source = view.cells[found.cell]
    let range = source.items[found.item].range
    sink.report(range) {
      let target = quoted(view.plan.title(found.column))
      return Explanation(
        message: "\(line.quoted(range)) belongs in \(target), not in \(title(of: source, view))",
        fix: view.cell(ofColumn: found.column).flatMap {
          move(found, source, to: $0, title: target, view, line)
        }, severity: isClosed(source, view) ? nil : .hint)
    }
  }

  private static func move(
    _ found: SwappedValues.MisplacedItem, _ source: CellView, to target: CellView, title: String,
    _ view: RowView, _ line: Span<UInt8>
  ) -> RowFix? {
    let requirements = view.plan.columns[found.column].requirements
    if requirements.isSingle, !target.value.isEmpty { return nil }
    // The text of a link is not a link without its destination.
    if source.content != source.value || target.content != target.value { return nil }
    let range = source.items[found.item].range
    let value = line.array(range)
    let isThere = target.items.contains { line.isEqual($0.range, range) }
    var addition = RowEdit(range: target.place, replacement: value)
    if !target.value.isEmpty {
      let end = target.value.upperBound
      addition = RowEdit(range: end..<end, replacement: requirements.delimiter + value)
    }
    let removal = view.context.edit(source.removalRange(ofItem: found.item), [], line)
    let edits = isThere ? [removal] : [removal, addition]
    return RowFix(
      title: "Move \(line.quoted(range)) to \(title)", isSafe: false,
      edits: edits.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }
}
