import CatalogSchema
import TableSyntax

/// A cell of a row with its column.
package struct CellView: Sendable {
  /// Index of the cell in its row.
  package let index: Int
  /// Index of the column that the cell certainly belongs to, nil for none.
  package let column: Int?
  /// The cell as its line has it.
  let cell: RowCell
  let traits: CellTraits
  /// Whether the value is one link with a text and a full URL.
  let isPlainLink: Bool
  /// Whether the value is a placeholder for one.
  let isPlaceholder: Bool
  /// The name and link of a cell in a name or link column.
  package let name: RowName?
  /// The part of the value that is constrained and holds the terms: of a name or link that is the
  /// whole value the text, else the value.
  package let content: Range<Int>
  /// The value as a link that is the whole value, without a byte that needs a second look.
  let simpleLink: SimpleLink?
  /// The inline links of any other value, nil if it has none.
  let inlineLinks: InlineLinks?
  /// The items of a vocabulary column's value, once read.
  private(set) var items: [CellItem] = []
  /// Items that belong to another column, by their indices.
  var misplacedItems: [Int] = []
  /// Whether `misplaced-value` reports the whole cell as swapped with another; no other rule does.
  var isSwapped = false

  /// The value without spaces and comments at its ends, in bytes of the line.
  package var value: Range<Int> { cell.value }

  /// A cell of a column, nil for one that certainly belongs to none.
  init(_ line: Span<UInt8>, _ cell: RowCell, index: Int, column: Int?, _ plan: TablePlan) {
    self.index = index
    self.column = column
    self.cell = cell
    let planned = column.map { plan.columns[$0] }
    traits = CellTraits(planned?.traits ?? [], cell)
    let hasBracket = traits.contains(.bracket)
    simpleLink = hasBracket ? SimpleLink(line, cell.value) : nil
    isPlainLink = simpleLink?.isComplete(line) ?? false
    inlineLinks =
      hasBracket && simpleLink == nil && line.mayHoldLink(in: cell.value)
      ? InlineLinks(in: line, cell.value) : nil
    isPlaceholder = planned?.isPlaceholder(line, cell.value) ?? false
    guard let planned, traits.contains(.name), !isPlaceholder else {
      name = nil
      content = cell.value
      return
    }
    let name = simpleLink.map { RowName($0) } ?? RowName(line, value: cell.value)
    self.name = name
    content = traits.contains(.terms) ? planned.content(line, name) : cell.value
  }

  /// The traits that say which rules may report the cell.
  var ruleTraits: CellTraits { isPlainLink ? traits.asPlainLink : traits }

  /// Reads the items.
  mutating func readItems(_ line: Span<UInt8>, _ plan: TablePlan) {
    guard let column, traits.contains(.terms) else { return }
    items = plan.columns[column].items(line, content: content)
  }

  /// Whether the whole content is one item that cannot be split.
  var isOneItem: Bool {
    items.count == 1 && items[0].range == content && items[0].pieces == nil && !content.isEmpty
  }

  /// The inline links of the value.
  var links: [InlineLink] { simpleLink.map { [$0.inlineLink] } ?? inlineLinks?.links ?? [] }

  /// The inline links whose text may be the name of a row.
  var linksWithNames: [InlineLink] { links.filter { !$0.isImage && !$0.text.isEmpty } }

  /// The terms that no rule doubts but for their spelling.
  var terms: some Sequence<TermID> {
    (isSwapped ? [] : items).lazy.compactMap { $0.match.meant }
  }

  /// A place for a value: the value, or after the cell's first space if it has no value.
  var place: Range<Int> {
    if !value.isEmpty { return value }
    let start = min(cell.range.lowerBound + 1, cell.range.upperBound)
    return start..<start
  }
}
