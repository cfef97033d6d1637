package import CatalogSchema
package import LineStore
import TableSyntax

/// A Markdown catalog: its text, and what is known of its tables without reading it again.
///
/// A value: a copy is a snapshot that later edits leave alone. The text is the only state; all else
/// follows from it, and an edit brings it up to date by the lines it touches.
package struct Catalog: Sendable {
  /// The text.
  package internal(set) var text: LineText
  /// What became of the text since all else was brought up to date.
  var textChange: LineSplice?
  /// The configuration that the text is read by.
  package let configuration: Configuration
  /// The rules that the text is checked by.
  package let rules: RuleRegistry
  /// The tables, in order.
  package internal(set) var tables = TableList()
  /// What the tables add up to.
  var tableTotals = TableTotals()
  /// The ids of the tables that count the cells their rows lack.
  var countingTableIDs: Set<Int> = []
  /// The metadata of each block of the text.
  var metadata: [BlockMetadata] = []
  /// The ids of the blocks.
  var blockIDs = OrderedIDs()
  var names = KeyIndex()
  var links = KeyIndex()
  /// Unique values of rows other than names, in tables whose schema requires them.
  var uniqueKeys = KeyIndex()
  /// What all blocks add up to.
  var totals = BlockMetadata.Totals()
  /// Which blocks hold which words, once somebody had time to read them.
  var wordIndex: WordIndex?
  /// The tables without a schema by their headers, and what they repeat.
  var learned = LearnedGroups()
  /// Which terms go together, by table, if the configuration asks for it.
  var associations: [Int: [Association]] = [:]
  var nextID = 1
  /// What follows from how rows relate to one another: by names, links, order and places. An edit
  /// that changes one of these replaces it.
  var relations = DerivedState()
  /// What follows from the values and associations that tables repeat; an edit that changes them
  /// replaces it.
  var guesses = DerivedState()
  /// The work that the last edit took.
  package internal(set) var lastWork = Work()

  /// What an edit cost, for tests.
  package struct Work: Sendable, Equatable {
    /// Rows read and measured, old and new.
    package var measuredRowCount = 0
    /// Lines that the block scanner read.
    package var scannedLineCount = 0
    /// Tables read, old and new.
    package var visitedTables = 0
    /// Bytes of text copied.
    package var copiedByteCount = 0
  }

  /// A catalog of a text that is not read yet.
  init(unread text: LineText, configuration: Configuration, rules: RuleRegistry) {
    self.text = text
    self.configuration = configuration
    self.rules = rules
  }

  /// The table that holds a line.
  package func table(atLine line: Int) -> CatalogTable? {
    tableIndex(atLine: line).map { tables[$0] }
  }

  func tableIndex(atLine line: Int) -> Int? { tables.index(ofLine: line) }

  /// The metadata of a line.
  func lineMetadata(_ line: Int) -> LineMetadata {
    guard line >= 0, line < text.lineCount else { return LineMetadata() }
    let place = text.block(ofLine: line)
    return metadata[place.block].lines[place.lineInBlock]
  }

  /// Byte offset where a line of a table has its content.
  func contentOffset(ofLine line: Int, in table: CatalogTable) -> Int {
    switch line {
    case table.headerLine: table.headerOffset
    case table.delimiterLine: table.delimiterOffset
    default: Int(lineMetadata(line).contentOffset)
    }
  }

  /// Calls `body` with a line of a table: its bytes and its row.
  package func withRow<Result>(
    _ line: Int, in table: CatalogTable, _ body: (Span<UInt8>, Row) -> Result
  ) -> Result {
    let offset = contentOffset(ofLine: line, in: table)
    return text.withLine(line) { bytes, _ in body(bytes, Row(bytes, from: offset)) }
  }

  /// The name of a body row without markup, empty where it has none.
  package func name(ofLine line: Int, in table: CatalogTable) -> [UInt8] {
    table.bodyLines.contains(line) ? name(ofLine: line, lineMetadata(line)) : []
  }

  func name(ofLine line: Int, _ metadata: LineMetadata) -> [UInt8] {
    if metadata.nameCell == LineMetadata.noCell { return [] }
    return text.withLine(line) { bytes, _ in
      RowName.bytes(bytes, from: Int(metadata.contentOffset), cell: Int(metadata.nameCell))
    }
  }

  // MARK: Blocks

  /// The block with an id.
  ///
  /// - Complexity: O(1)
  func block(ofID id: Int) -> Int? { blockIDs.index(of: id) }

  /// The blocks with some ids, in order.
  func blocks(ofIDs ids: [Int]) -> [Int] {
    // Few names have several blocks; most have none.
    if ids.count <= 1 { return ids.first.flatMap { blockIDs.index(of: $0) }.map { [$0] } ?? [] }
    return ids.compactMap { blockIDs.index(of: $0) }.sorted()
  }

  /// The first row of a table that has the name or link of this key.
  ///
  /// - Complexity: O(blocks with the key + lines of one block)
  func firstLine(
    ofKey key: UInt64, in index: KeyIndex, table: CatalogTable, _ matches: (LineMetadata) -> Bool
  ) -> Int? {
    for block in blocks(ofIDs: index.blocks(of: key, table: table.id)) {
      let first = text.firstLine(ofBlock: block)
      for (offset, metadata) in metadata[block].lines.enumerated()
      where matches(metadata) && table.bodyLines.contains(first + offset) {
        return first + offset
      }
    }
    return nil
  }

  /// The first row of a table with the same unique values.
  ///
  /// - Complexity: O(blocks with the key + rows of one block)
  func firstLine(ofUnique key: UInt64, table: CatalogTable) -> Int? {
    for block in blocks(ofIDs: uniqueKeys.blocks(of: key, table: table.id)) {
      let first = text.firstLine(ofBlock: block)
      for other in metadata[block].uniqueKeys
      where other.key == key && table.bodyLines.contains(first + Int(other.line)) {
        return first + Int(other.line)
      }
    }
    return nil
  }

  /// Calls `body` with the rows of all tables that have a name's fingerprint, in order, until it
  /// returns false.
  ///
  /// - Complexity: O(tables and blocks with the name + lines of the blocks until then)
  func forEachRow(ofName fingerprint: UInt64, _ body: (Int, LineMetadata) -> Bool) {
    if fingerprint == 0 { return }
    for block in blocks(ofIDs: names.blocks(of: fingerprint)) {
      let first = text.firstLine(ofBlock: block)
      for (line, metadata) in metadata[block].lines.enumerated()
      where metadata.nameKey == fingerprint && metadata.role == .bodyRow {
        if !body(first + line, metadata) { return }
      }
    }
  }
}
