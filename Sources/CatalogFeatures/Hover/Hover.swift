package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// What is shown for a place (LSP 3.17 *textDocument/hover*).
package struct Hover: Sendable {
  /// The line of the place that it is about.
  package var line: Int
  /// The place, in bytes of the line.
  package var byteColumns: Range<Int>
  private let lines: [HoverLine]

  /// The card as Markdown, safe against what the document says.
  package var markdown: String { lines.map(\.markdown).joined(separator: "\n\n") }
  /// The card as plain text.
  package var plainText: String { lines.map(\.plainText).joined(separator: "\n") }

  /// Most values named in one line of a card.
  private static let namedCountMax = 12

  /// The card for a place; nil outside tables.
  ///
  /// - Complexity: O(row + search for mentions)
  package static func card(
    at position: TextPosition, in catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> Hover? {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line),
      position.line != table.delimiterLine
    else { return nil }
    let uses = TermUses(table, in: catalog)
    let hover = catalog.withRow(position.line, in: table) { bytes, row in
      Result { () throws(Interrupted) -> Hover? in
        if position.line == table.headerLine { return header(position, row, table, uses) }
        if let term = term(position, bytes, row, uses) { return term }
        if let mention = try mention(position, table, catalog, interruption) { return mention }
        return try dataset(position, table, bytes, row, catalog, interruption)
      }
    }
    return try hover.get()
  }

  // MARK: Kinds

  private static func header(
    _ position: TextPosition, _ row: Row, _ table: CatalogTable, _ uses: TermUses
  ) -> Hover? {
    guard let cell = row.cellIndex(atByteColumn: position.byteColumn),
      uses.plan.columns.indices.contains(cell)
    else { return nil }
    let planned = uses.plan.columns[cell]
    var lines: [HoverLine] = [.title(planned.header, link: nil)]
    if let column = planned.column, !column.description.isEmpty {
      lines.append(.text(column.description))
    }
    if let vocabulary = planned.vocabulary {
      let used = zip(vocabulary.terms, uses.rowCounts(ofColumn: cell)).filter { $0.1 > 0 }
      let frequent = used.enumerated().sorted {
        ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
      }
      let values = frequent.prefix(namedCountMax).map {
        "\($0.element.0.prefLabel) (\($0.element.1))"
      }
      if !values.isEmpty { lines.append(.field("Most frequent", values)) }
    }
    lines.append(.text(TermText.rows(table.rowCount)))
    return Hover(line: position.line, byteColumns: row.cells[cell].value, lines: lines)
  }

  private static func term(
    _ position: TextPosition, _ bytes: Span<UInt8>, _ row: Row, _ uses: TermUses
  ) -> Hover? {
    guard let place = CellPlace(position.byteColumn, bytes, row, uses.plan),
      let vocabulary = place.planned.vocabulary, let column = place.planned.column
    else { return nil }
    let content = place.planned.content(bytes, place.value)
    let items = ListValue.items(bytes, content, separator: column.separator, of: vocabulary)
    let cursor = position.byteColumn
    guard let item = items.first(where: { $0.lowerBound <= cursor && cursor <= $0.upperBound }),
      let id = vocabulary.match(bytes, item).meant
    else { return nil }
    let count = uses.rowCounts(ofColumn: place.column)[id.index]
    return Hover(
      line: position.line, byteColumns: item,
      lines: TermText.card(vocabulary, id, rowCount: count))
  }

  private static func mention(
    _ position: TextPosition, _ table: CatalogTable, _ catalog: Catalog,
    _ interruption: Interruption
  ) throws(Interrupted) -> Hover? {
    guard let found = try catalog.mention(at: position, in: table, interruption),
      let target = catalog.table(atLine: found.target)
    else { return nil }
    let card = DatasetCard(line: found.target, table: target, catalog: catalog)
    return Hover(
      line: position.line, byteColumns: found.range, lines: try card.lines(interruption))
  }

  private static func dataset(
    _ position: TextPosition, _ table: CatalogTable, _ bytes: Span<UInt8>, _ row: Row,
    _ catalog: Catalog, _ interruption: Interruption
  ) throws(Interrupted) -> Hover? {
    guard table.plan.keyColumn != nil else { return nil }
    let cell = row.cellIndex(atByteColumn: position.byteColumn)
    let range = cell.map { row.cells[$0].value } ?? row.contentOffset..<bytes.count
    let card = DatasetCard(line: position.line, table: table, catalog: catalog)
    return Hover(line: position.line, byteColumns: range, lines: try card.lines(interruption))
  }
}

extension Catalog {
  /// The mention of another row that holds a place.
  func mention(
    at position: TextPosition, in table: CatalogTable, _ interruption: Interruption
  ) throws(Interrupted) -> Mention? {
    try mentions(inLine: position.line, of: table, interruption).first {
      $0.range.lowerBound <= position.byteColumn && position.byteColumn <= $0.range.upperBound
    }
  }
}
