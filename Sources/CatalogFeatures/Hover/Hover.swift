package import CatalogModel
import CatalogSchema
package import LineStore
import TableSyntax

/// The card of a place (LSP 3.17 *textDocument/hover*).
package struct Hover: Sendable {
  /// The line of the place.
  package var line: Int
  /// The place, in bytes of the line.
  package var byteColumns: Range<Int>
  private let lines: [CardLine]

  /// The card as Markdown, in which text of the document is escaped.
  package var markdown: String { lines.map(\.markdown).joined(separator: "\n\n") }
  /// The card as plain text.
  package var plainText: String { lines.map(\.plainText).joined(separator: "\n") }

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
    var lines: [CardLine] = [.title(uses.plan.title(cell), link: nil)]
    if let column = planned.column, !column.description.isEmpty {
      lines.append(.text(column.description))
    }
    let values = mostFrequentTerms(uses, ofColumn: cell)
    if !values.isEmpty { lines.append(.field("Most frequent", values)) }
    lines.append(.text(TermText.rows(table.rowCount)))
    return Hover(line: position.line, byteColumns: row.cells[cell].value, lines: lines)
  }

  /// The terms that most rows of a column use, with the number of rows.
  private static func mostFrequentTerms(_ uses: TermUses, ofColumn column: Int) -> [String] {
    guard let vocabulary = uses.plan.columns[column].vocabulary else { return [] }
    let used = zip(vocabulary.terms, uses.rowCounts(ofColumn: column)).filter { $0.1 > 0 }
    let frequent = used.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }
    return frequent.prefix(DisplayLimits.namedCountMax).map {
      "\($0.element.0.prefLabel) (\($0.element.1))"
    }
  }

  private static func term(
    _ position: TextPosition, _ bytes: Span<UInt8>, _ row: Row, _ uses: TermUses
  ) -> Hover? {
    guard let place = CellPlace(position.byteColumn, bytes, row, uses.plan),
      let vocabulary = place.planned.vocabulary,
      let item = place.planned.itemRanges(bytes, place.value)
        .first(where: { $0.touches(position.byteColumn) }),
      let id = place.planned.term(bytes, item)
    else { return nil }
    let count = uses.rowCounts(ofColumn: place.column)[id.index]
    return Hover(
      line: position.line, byteColumns: item,
      lines: TermText.card(vocabulary, id, rowCount: count))
  }

  /// The card of the row that is mentioned at the place, else of the place's row.
  private static func dataset(
    _ position: TextPosition, _ table: CatalogTable, _ bytes: Span<UInt8>, _ row: Row,
    _ catalog: Catalog, _ interruption: Interruption
  ) throws(Interrupted) -> Hover? {
    guard table.plan.keyColumn != nil else { return nil }
    let mentions = try catalog.mentions(inLine: position.line, of: table, interruption)
    if let mention = mentions.first(where: { $0.range.touches(position.byteColumn) }),
      let target = catalog.table(atLine: mention.target)
    {
      let own = try catalog.mentions(inLine: mention.target, of: target, interruption)
      let card = DatasetCard(
        line: mention.target, table: target, catalog: catalog, ownMentions: own)
      return Hover(
        line: position.line, byteColumns: mention.range, lines: try card.lines(interruption))
    }
    let cell = row.cellIndex(atByteColumn: position.byteColumn)
    let range = cell.map { row.cells[$0].value } ?? row.contentOffset..<bytes.count
    let card = DatasetCard(
      line: position.line, table: table, catalog: catalog, ownMentions: mentions)
    return Hover(line: position.line, byteColumns: range, lines: try card.lines(interruption))
  }
}
