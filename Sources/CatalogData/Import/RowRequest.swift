import CatalogModel
import TableSyntax

/// The row that a record requests.
struct RowRequest {
  /// The record's place.
  let place: ImportPlace
  /// The cells' texts by column; nil keeps a cell.
  var cells: [[UInt8]?]
  /// Number of cells of a new row.
  var cellCount: Int
  /// The name in the key column, for sorting.
  var name = SortName()
  /// The text of the key cell.
  var keyText: [UInt8] = []
  /// Whether the key cell holds a link.
  var isLinked = false

  /// The hash of the name with case, `-`, `_` and spaces folded; 0 without a name.
  var key: UInt64 { Fingerprint.ofName(name) }
  /// The cells of a new row.
  var newCells: [[UInt8]] { (0..<cellCount).map { cells[$0] ?? [] } }
}

/// The name in a row's key cell.
struct KeyCell {
  var name = SortName()
  var isLinked = false

  /// Reads the key cell of a row with reference links as inline links.
  init(_ row: Row, _ line: Span<UInt8>, column: Int, _ references: ReferenceLinks) {
    guard let cells = references.inlinedTexts(of: row, in: line) else {
      self.init(row, line, column: column)
      return
    }
    let line = RowLine.compact(prefix: [], cells)
    self.init(Row(line.span, from: 0), line.span, column: column)
  }

  /// Reads the key cell of a row; an empty name if the row lacks it.
  init(_ row: Row, _ line: Span<UInt8>, column: Int) {
    guard column < row.cellCount else { return }
    let value = row.cells[column].value
    let found = RowName(line, value: value)
    let text = PlainText.bytes(line, line.withoutBlanks(found.text))
    name = SortName(text + Self.rest(after: found, of: value, line))
    isLinked = found.link != .none
  }

  /// What goes on with a name after its link: `v2` in `[A](…) v2`, no note in parentheses.
  private static func rest(
    after name: RowName, of value: Range<Int>, _ line: Span<UInt8>
  ) -> [UInt8] {
    guard case .inline(let destination) = name.link else { return [] }
    let end = min(destination.upperBound + 1, value.upperBound)
    let rest = line.withoutBlanks(end..<value.upperBound)
    guard let first = rest.first, line[first].isLetter || line[first].isDigit else { return [] }
    return PlainText.bytes(line, end..<value.upperBound)
  }
}

/// Turns records into requests and collects their problems.
struct RequestReader {
  /// The delimiter of lists in columns without a schema.
  static let usualDelimiter = ", "

  private(set) var problems: [ImportProblem] = []
  /// Values that are written differently from the data.
  private(set) var notes: [ImportProblem] = []

  private let columns: [String]
  private let matching: ColumnMatching
  /// The delimiter of lists, by table column.
  private let delimiters: [String]
  private let keyColumn: Int

  private var columnCount: Int { delimiters.count }

  init(_ columns: [String], _ matching: ColumnMatching, delimiters: [String], keyColumn: Int) {
    self.columns = columns
    self.matching = matching
    self.delimiters = delimiters
    self.keyColumn = keyColumn
  }

  /// The request of a record; nil if the record has a problem.
  mutating func request(_ record: ImportData.Record) -> RowRequest? {
    let problemCount = problems.count
    var request = RowRequest(
      place: record.place, cells: Array(repeating: nil, count: columnCount),
      cellCount: record.values.count < matching.parts.count ? 0 : columnCount)
    var urls: [(column: Int, value: [UInt8])] = []
    for (index, part) in matching.parts.enumerated() where index < record.values.count {
      switch part {
      case .url(let column): urls.append((column, text(record, index, column) ?? []))
      case .cell(let column):
        request.cells[column] = text(record, index, column)
        request.cellCount = max(request.cellCount, column + 1)
      }
    }
    addCellsPastLast(record, &request)
    link(urls, &request)
    makeCells(&request)
    guard problems.count == problemCount else { return nil }
    readKey(&request)
    return request
  }

  /// A value of a record as the text of a cell of a column.
  private func text(_ record: ImportData.Record, _ index: Int, _ column: Int) -> [UInt8]? {
    let delimiter = delimiters.indices.contains(column) ? delimiters[column] : Self.usualDelimiter
    return record.values[index]?.text(delimiter: delimiter)
  }

  /// Keeps cells after the last column if the data has exactly the table's columns.
  private mutating func addCellsPastLast(
    _ record: ImportData.Record, _ request: inout RowRequest
  ) {
    if record.values.count <= matching.parts.count { return }
    guard matching.isWhole(columnCount: columnCount) else {
      return report(record.place, "the record has more values than columns")
    }
    request.cells += (matching.parts.count..<record.values.count).map { text(record, $0, $0) }
    request.cellCount = request.cells.count
  }

  private mutating func link(
    _ urls: [(column: Int, value: [UInt8])], _ request: inout RowRequest
  ) {
    for (column, url) in urls {
      guard let name = request.cells[column] else { continue }
      guard let link = CellValue.link(name, url) else {
        report(request.place, "\(title(column)): name and URL do not make a link")
        continue
      }
      request.cells[column] = link
    }
  }

  private mutating func makeCells(_ request: inout RowRequest) {
    for column in request.cells.indices {
      guard let value = request.cells[column] else { continue }
      let cell = CellValue(value)
      request.cells[column] = cell.bytes
      for change in cell.changes {
        notes.append(
          ImportProblem(at: request.place, "\(title(column)): \(change.rawValue)"))
      }
    }
  }

  private func readKey(_ request: inout RowRequest) {
    let line = RowLine.compact(prefix: [], request.newCells)
    let key = KeyCell(Row(line.span, from: 0), line.span, column: keyColumn)
    request.name = key.name
    request.keyText = keyColumn < request.cellCount ? request.cells[keyColumn] ?? [] : []
    request.isLinked = key.isLinked
  }

  private func title(_ column: Int) -> String {
    let index = matching.parts.firstIndex(of: .cell(column))
    return index.map { "“\(columns[$0])”" } ?? "cell \(column + 1)"
  }

  private mutating func report(_ place: ImportPlace, _ message: String) {
    problems.append(ImportProblem(at: place, message))
  }
}
