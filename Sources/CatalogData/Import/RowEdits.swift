import CatalogModel
import CatalogSchema
import LineStore

/// Collects changes to the rows of a table and applies them in one pass.
struct RowEdits {
  private let catalog: Catalog
  private let table: CatalogTable
  private let layout: RowLayout
  private let references: ReferenceLinks
  private let keyColumn: Int
  /// The prefix of the table's lines, such as `> `.
  private let prefix: [UInt8]
  /// New rows by the index of the row after them.
  private var added: [Int: [RowRequest]] = [:]
  /// New cells by row index.
  private var updated: [Int: [[UInt8]]] = [:]

  init(
    of table: CatalogTable, in catalog: Catalog, _ references: ReferenceLinks, keyColumn: Int
  ) {
    self.table = table
    self.catalog = catalog
    self.keyColumn = keyColumn
    layout = catalog.layout(of: table, style: .auto)
    self.references = references
    prefix = catalog.text.withLine(table.delimiterLine) { bytes, _ in
      bytes.array(0..<min(table.delimiterOffset, bytes.count))
    }
  }

  /// Adds a row before that of an index, or at the end.
  mutating func add(_ request: RowRequest, before index: Int) {
    added[index, default: []].append(request)
  }

  /// Updates a row as requested; returns whether anything differs.
  mutating func update(_ index: Int, _ request: RowRequest) -> Bool {
    let line = table.bodyLines.lowerBound + index
    let cells = catalog.withRow(line, in: table) { bytes, row in
      updatedCells(row, bytes, request)
    }
    if let cells { updated[index] = cells }
    return cells != nil
  }

  /// The cells of a row after a request; nil if nothing changes.
  private func updatedCells(
    _ row: Row, _ line: Span<UInt8>, _ request: RowRequest
  ) -> [[UInt8]]? {
    var cells = RowLine.texts(row, line)
    var isChanged = false
    for (column, wanted) in request.cells.enumerated() {
      guard let wanted else { continue }
      let isThere = column < cells.count
      if isThere ? holds(cells[column], wanted) : wanted.isEmpty { continue }
      // A name without a URL keeps the link.
      if column == keyColumn, !request.isLinked,
        KeyCell(row, line, column: keyColumn).isLinked
      {
        continue
      }
      while cells.count <= column { cells.append([]) }
      cells[column] = wanted
      isChanged = true
    }
    return isChanged ? cells : nil
  }

  /// Whether a cell has a value, perhaps with reference links where the value has inline links.
  private func holds(_ cell: [UInt8], _ value: [UInt8]) -> Bool {
    cell == value || references.inlined(cell) == value
  }

  // MARK: The new text

  /// The new text.
  ///
  /// Re-reads it and throws unless every row holds its cells.
  func apply(sortsNewRows: Bool) throws(ImportFailure) -> ContiguousArray<UInt8> {
    var edits: [TextEdit] = []
    var expected: [(line: Int, cells: [[UInt8]])] = []
    var line = table.bodyLines.lowerBound
    var addedCount = 0
    for index in 0..<table.bodyLines.count + 1 {
      if let requests = added[index] {
        let rows =
          sortsNewRows ? requests.sorted { NameOrder.precedes($0.name, $1.name) } : requests
        edits.append(insertion(rows, before: line))
        for row in rows {
          expected.append((line + addedCount, row.newCells))
          addedCount += 1
        }
      }
      if let cells = updated[index] {
        edits.append(replacement(ofLine: line, cells))
        expected.append((line + addedCount, cells))
      }
      line += 1
    }
    let bytes = catalog.text.bytes(applying: edits)
    try check(bytes, addedCount, expected)
    return bytes
  }

  private func replacement(ofLine line: Int, _ cells: [[UInt8]]) -> TextEdit {
    catalog.withRow(line, in: table) { bytes, row in
      let new = RowLine.updated(bytes, row, to: cells, layout)
      return TextEdit(line: line, byteColumns: 0..<bytes.count, replacement: Array(new))
    }
  }

  /// Inserts rows before a line, or after the table's last.
  private func insertion(_ rows: [RowRequest], before line: Int) -> TextEdit {
    let lines = rows.map { RowLine.laidOut(prefix: prefix, $0.newCells, layout) }
    let header = catalog.text.withLine(table.headerLine) { _, ending in ending }
    let (length, last) = catalog.text.withLine(line - 1) { bytes, ending in (bytes.count, ending) }
    let ending = (last == .none ? header : last).text
    var text: [UInt8] = []
    for line in lines {
      // A text without a final line ending stays without.
      if last == .none { text += ending }
      text += line
      if last != .none { text += ending }
    }
    let place =
      last == .none
      ? TextPosition(line: line - 1, byteColumn: length) : TextPosition(line: line, byteColumn: 0)
    return TextEdit(start: place, end: place, replacement: text)
  }

  private func check(
    _ bytes: ContiguousArray<UInt8>, _ addedCount: Int,
    _ expected: [(line: Int, cells: [[UInt8]])]
  ) throws(ImportFailure) {
    let new = Catalog(utf8: bytes, configuration: catalog.configuration.forLayout)
    let isSame =
      new.tables.count == catalog.tables.count
      && new.table(atLine: table.headerLine)?.rowCount == table.rowCount + addedCount
    guard isSame, let newTable = new.table(atLine: table.headerLine) else {
      throw ImportFailure("the new rows would break the table: nothing was imported")
    }
    for (line, cells) in expected {
      let holds = new.withRow(line, in: newTable) { bytes, row in
        RowLine.texts(row, bytes) == cells
      }
      if !holds {
        throw ImportFailure(
          "line \(line + 1) would not hold the imported values: check its escapes and code spans")
      }
    }
  }
}
