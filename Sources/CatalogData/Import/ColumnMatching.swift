import CatalogModel
import CatalogSchema

/// Matches the columns of data with the columns of a table.
struct ColumnMatching {
  /// The content of a column of the data.
  enum Part: Equatable {
    /// The cell's source text.
    case cell(Int)
    /// The URL of the link in a column of the table.
    case url(Int)
  }

  /// The content of each column of the data.
  private(set) var parts: [Part] = []

  /// Matches by name as a cell writes it, as given, folded, by the schema's names for the column,
  /// then as a column of URLs.
  ///
  /// - Complexity: O(columns)
  init(
    _ headers: [String], _ table: CatalogTable, in catalog: Catalog
  ) throws(ImportFailure) {
    let columns = RecordTable.distinct(headers)
    let names = RecordTable.columnNames(of: table, in: catalog)
    var matches = Matches(columns, names)
    // Names that are equal as cells get numbers, as the table's do.
    if !columns.allSatisfy(names.contains) {
      matches.match(RecordTable.distinct(headers.map(Self.cellText)))
    }
    matches.match(columns)
    matches.match(columns.map(FoldedText.ofHeader), by: FoldedText.ofHeader)
    for (index, planned) in table.plan.columns.enumerated() {
      if let column = planned.column { matches.match(column, at: index) }
    }
    matches.matchURLs()
    let open = columns.indices.filter { matches.parts[$0] == nil }
    if let failure = Self.failure(of: headers, open) { throw failure }
    let unknown = open.map { "“\(columns[$0])”" }
    guard unknown.isEmpty else {
      throw ImportFailure(
        "the table has no column \(unknown.joined(separator: ", ")); its columns are "
          + names.map { "“\($0)”" }.joined(separator: ", "))
    }
    parts = matches.parts.compactMap { $0 }
  }

  /// What is wrong with headers, of which some have no column in the table.
  private static func failure(of headers: [String], _ open: [Int]) -> ImportFailure? {
    if let index = open.first(where: { headers[$0].isEmpty }) {
      return ImportFailure("column \(index + 1) of the data has no name: name or remove it")
    }
    let counts = headers.reduce(into: [:]) { $0[FoldedText.ofHeader($1), default: 0] += 1 }
    let repeated = open.first { counts[FoldedText.ofHeader(headers[$0]), default: 0] > 1 }
    return repeated.map {
      ImportFailure("the data has several columns “\(headers[$0])”: rename or remove all but one")
    }
  }

  private static func cellText(_ name: String) -> String {
    String(decoding: CellValue(Array(name.utf8)).bytes, as: UTF8.self)
  }

  /// Whether the data has all columns of the table in its order.
  func isWhole(columnCount: Int) -> Bool {
    parts == (0..<columnCount).map { .cell($0) }
  }
}

/// The matches found so far.
private struct Matches {
  private let columns: [String]
  private let names: [String]
  private(set) var parts: [ColumnMatching.Part?]
  private var taken: Set<Int> = []

  init(_ columns: [String], _ names: [String]) {
    self.columns = columns
    self.names = names
    parts = columns.map { _ in nil }
  }

  /// Matches unmatched columns by a key for each column of the data and one of the table's names.
  mutating func match(_ keys: [String], by key: (String) -> String = { $0 }) {
    let open = names.indices.filter { !taken.contains($0) }
    let found = Dictionary(open.map { (key(names[$0]), $0) }) { first, _ in first }
    for index in columns.indices where parts[index] == nil {
      if let column = found[keys[index]] { take(index, column) }
    }
  }

  /// Matches a column of the table by the schema's names for it.
  mutating func match(_ schemaColumn: Column, at column: Int) {
    guard column < names.count, !taken.contains(column) else { return }
    let index = columns.indices.first { parts[$0] == nil && schemaColumn.isNamed(columns[$0]) }
    if let index { take(index, column) }
  }

  /// Matches columns of URLs with the columns of their links.
  mutating func matchURLs() {
    let found = Dictionary(taken.map { (RecordTable.urlColumnName(of: names[$0]), $0) }) { $1 }
    for index in columns.indices where parts[index] == nil {
      parts[index] = found[columns[index]].map { .url($0) }
    }
  }

  private mutating func take(_ index: Int, _ column: Int) {
    if taken.insert(column).inserted { parts[index] = .cell(column) }
  }
}
