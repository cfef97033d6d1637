/// A kind of table: its columns and their vocabularies.
package struct Schema: Sendable {
  /// The schema's name.
  package var name: String
  /// What tables of this schema hold.
  package var title = ""
  /// The columns, in the order to write them.
  package var columns: [Column] { didSet { indexColumns() } }
  /// The vocabularies by name.
  package var vocabularies: [String: Vocabulary]
  /// The names of the columns whose values together must differ from row to row, where one alone
  /// is no key.
  package var compositeKey: [String] = []
  /// The texts that are no value, nil for those of the configuration.
  package var missingValues: MissingValues?
  /// Rows that a table of this schema must have.
  package var rowCountMin = 0
  /// The files that the schema is for, by their paths seen from the configuration's folder; nil
  /// for all files.
  package var paths: [PathPattern]?
  /// Whether it is the built-in schema as it is, rather than one that a configuration defines.
  package var isBuiltIn = false
  /// The indices of columns by their folded names, in order.
  private var columnsByName: [String: [Int]] = [:]

  init(name: String, columns: [Column], vocabularies: [String: Vocabulary]) {
    self.name = name
    self.columns = columns
    self.vocabularies = vocabularies
    indexColumns()
  }

  private mutating func indexColumns() {
    columnsByName = [:]
    for (index, column) in columns.enumerated() {
      for name in column.foldedNames where columnsByName[name]?.last != index {
        columnsByName[name, default: []].append(index)
      }
    }
  }

  /// Whether the schema is for certain files; for those the headers alone decide.
  package var isAssigned: Bool { paths != nil }

  /// The vocabulary of a column, where it has one.
  package func vocabulary(of column: Column) -> Vocabulary? {
    switch column.kind {
    case .text: nil
    case .terms(let name): column.isCode ? vocabularies[name]?.inCode : vocabularies[name]
    case .values(let values): values
    }
  }

  /// For each header the index of its column, nil for free text; nil where the headers do not name
  /// the schema: they lack the key column, or name no vocabulary column of those that it has. Of
  /// a schema without vocabularies they must name most columns, unless it is for this very file.
  package func match(headers: [String]) -> [Int?]? {
    let (matches, taken) = columns(named: headers)
    return lack(of: taken) == nil ? matches : nil
  }

  /// What headers lack to name a schema.
  package enum Lack: Sendable { case key, termColumns, mostColumns }

  /// What headers lack to name the schema, nil where they name it.
  package func lack(headers: [String]) -> Lack? { lack(of: columns(named: headers).taken) }

  private func columns(named headers: [String]) -> (matches: [Int?], taken: Set<Int>) {
    var taken: Set<Int> = []
    let matches = headers.map { header -> Int? in
      let name = FoldedText.ofHeader(header)
      guard !name.isEmpty, let index = columnsByName[name]?.first(where: { !taken.contains($0) })
      else { return nil }
      taken.insert(index)
      return index
    }
    return (matches, taken)
  }

  private func lack(of taken: Set<Int>) -> Lack? {
    guard taken.contains(where: { columns[$0].isKey }) else { return .key }
    if isAssigned || taken.contains(where: { hasTerms($0) }) { return nil }
    if columns.indices.contains(where: hasTerms) { return .termColumns }
    return taken.count * 2 > columns.count ? nil : .mostColumns
  }

  private func hasTerms(_ column: Int) -> Bool { vocabulary(of: columns[column]) != nil }
}
