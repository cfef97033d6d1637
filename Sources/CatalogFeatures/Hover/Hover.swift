package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// What is shown for a place (LSP 3.17 *textDocument/hover*).
package struct Hover: Sendable {
  /// The place it is about: bytes of the line.
  package var line: Int
  /// The place it is about: bytes of the line.
  package var byteColumns: Range<Int>
  private let lines: [HoverLine]

  /// The card as Markdown, safe against what the document says.
  package var markdown: String { lines.map(\.markdown).joined(separator: "\n\n") }
  /// The card as plain text.
  package var plainText: String { lines.map(\.plainText).joined(separator: "\n") }

  /// Most values named in one line of a card.
  private static let namedCountMax = 12

  /// The card for a place; nil outside tables.
  package static func card(at position: TextPosition, in catalog: Catalog) -> Hover? {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line),
      position.line != table.delimiterLine
    else { return nil }
    return catalog.withRow(position.line, in: table) { bytes, row in
      if position.line == table.headerLine {
        return header(position, row, table)
      }
      return term(position, bytes, row, table)
        ?? mention(position, table, catalog)
        ?? dataset(position.line, in: table, at: position, bytes, row, catalog)
    }
  }

  // MARK: Kinds

  private static func header(
    _ position: TextPosition, _ row: Row, _ table: CatalogTable
  ) -> Hover? {
    guard let cell = row.cellIndex(atByteColumn: position.byteColumn),
      table.plan.columns.indices.contains(cell)
    else { return nil }
    let planned = table.plan.columns[cell]
    var lines: [HoverLine] = [.title(planned.header, link: nil)]
    if let column = planned.column, !column.description.isEmpty {
      lines.append(.text(column.description))
    }
    if let vocabulary = planned.vocabulary {
      let used = table.terms.terms(ofColumn: cell).prefix(namedCountMax)
      let values = used.map { "\(vocabulary[$0.term].prefLabel) (\($0.rowCount))" }
      if !values.isEmpty { lines.append(.field("Most frequent", values)) }
    }
    lines.append(.text(table.rowCount == 1 ? "1 row" : "\(table.rowCount) rows"))
    return Hover(line: position.line, byteColumns: row.values[cell], lines: lines)
  }

  private static func term(
    _ position: TextPosition, _ bytes: Span<UInt8>, _ row: Row, _ table: CatalogTable
  ) -> Hover? {
    guard let place = CellPlace(position.byteColumn, bytes, row, table.plan),
      let vocabulary = place.planned.vocabulary, let column = place.planned.column
    else { return nil }
    let items = ListValue.items(bytes, place.value, delimiter: column.delimiterByte)
    let cursor = position.byteColumn
    guard let item = items.first(where: { $0.lowerBound <= cursor && cursor <= $0.upperBound }),
      let id = vocabulary.match(bytes, item).meant
    else { return nil }
    let count = table.terms.rowCount(TermTally.Use(column: place.column, term: id))
    return Hover(
      line: position.line, byteColumns: item,
      lines: TermText.card(vocabulary, id, rowCount: count))
  }

  private static func mention(
    _ position: TextPosition, _ table: CatalogTable, _ catalog: Catalog
  ) -> Hover? {
    let cursor = position.byteColumn
    let mentions = catalog.mentions(inLine: position.line, of: table)
    guard
      let found = mentions.first(where: {
        $0.range.lowerBound <= cursor && cursor <= $0.range.upperBound
      }), let target = catalog.table(atLine: found.target)
    else { return nil }
    let lines = catalog.withRow(found.target, in: target) { bytes, row in
      DatasetCard.lines(found.target, target, bytes, row, catalog)
    }
    return Hover(line: position.line, byteColumns: found.range, lines: lines)
  }

  private static func dataset(
    _ line: Int, in table: CatalogTable, at position: TextPosition, _ bytes: Span<UInt8>,
    _ row: Row, _ catalog: Catalog
  ) -> Hover? {
    guard table.plan.keyColumn != nil else { return nil }
    let cell = row.cellIndex(atByteColumn: position.byteColumn)
    let range = cell.map { row.values[$0] } ?? row.contentOffset..<bytes.count
    return Hover(
      line: line, byteColumns: range,
      lines: DatasetCard.lines(line, table, bytes, row, catalog))
  }
}
