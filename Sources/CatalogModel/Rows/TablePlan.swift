package import CatalogSchema

/// What a table's columns mean: made once per table, shared by all its rows.
package final class TablePlan: Sendable {
  /// A column of the table; a class, since it is handed about for each cell.
  package final class PlannedColumn: Sendable {
    /// The header as the table has it.
    package let header: String
    /// What the schema says of it, nil for free text.
    package let column: Column?
    /// The terms it takes, where it takes terms.
    package let vocabulary: Vocabulary?
    /// What the rules ask of it for each cell.
    let demands: CellDemands
    /// What its values were found to be.
    let memo = ValueMemo()

    /// A column from its parts.
    package init(header: String, column: Column?, vocabulary: Vocabulary?) {
      self.header = header
      self.column = column
      self.vocabulary = vocabulary
      demands = CellDemands(column)
    }
  }

  /// The columns in the table's order.
  package let columns: [PlannedColumn]
  /// The schema that fits the headers.
  package let schema: Schema?
  /// The column that rows are known by.
  package let keyColumn: Int?
  /// The columns with a vocabulary.
  package let termColumns: [Int]

  /// How each column's cells are read.
  let kinds: [Kind]
  /// For each column the number of its first term among all terms of the table's vocabularies.
  let firstTermNumbers: [Int]
  /// Number of terms of all the table's vocabularies.
  let termCount: Int
  /// Whether rows are ordered by name.
  let isSorted: Bool
  /// The columns whose values, one or all together, tell rows apart, beside the key's.
  let uniqueColumns: [[Int]]
  /// Whether some column asks more of its values than a vocabulary does, or tells rows apart.
  let hasConstraints: Bool

  /// How a column's cells are read.
  enum Kind {
    case text, link, key, terms
    /// Names or links whose text is a term.
    case linkedTerms
  }

  /// A plan for headers: the first schema that fits them.
  package convenience init(headers: [String], schemas: [Schema]) {
    var match: (schema: Schema, columns: [Int?])?
    for schema in schemas where match == nil {
      match = schema.match(headers: headers).map { (schema, $0) }
    }
    let columns = headers.indices.map { index in
      let column = match.flatMap { found in found.columns[index].map { found.schema.columns[$0] } }
      let vocabulary = column.flatMap { match?.schema.vocabulary(of: $0) }
      return PlannedColumn(header: headers[index], column: column, vocabulary: vocabulary)
    }
    self.init(columns: columns, schema: match?.schema)
  }

  /// A plan of columns that were learned from a table's rows.
  convenience init(learned columns: [PlannedColumn]) { self.init(columns: columns, schema: nil) }

  private init(columns: [PlannedColumn], schema: Schema?) {
    self.columns = columns
    self.schema = schema
    let key = columns.firstIndex { $0.column?.isKey == true }
    keyColumn = key
    isSorted = key.map { columns[$0].column?.isSorted == true } ?? false
    kinds = columns.indices.map {
      let isLinked = columns[$0].demands.isKey || columns[$0].demands.isLinked
      if isLinked, columns[$0].vocabulary != nil { return .linkedTerms }
      if $0 == key { return .key }
      if columns[$0].vocabulary != nil { return .terms }
      return columns[$0].demands.isLinked ? .link : .text
    }
    var count = 0
    firstTermNumbers = columns.map { column in
      defer { count += column.vocabulary?.terms.count ?? 0 }
      return count
    }
    termCount = count
    termColumns = columns.indices.filter { columns[$0].vocabulary != nil }
    uniqueColumns = Self.uniqueColumns(columns, key: key, schema)
    hasConstraints =
      !uniqueColumns.isEmpty || columns.contains { $0.column?.constraints != nil }
  }

  private static func uniqueColumns(
    _ columns: [PlannedColumn], key: Int?, _ schema: Schema?
  ) -> [[Int]] {
    let single = columns.indices.filter { $0 != key && columns[$0].column?.isUnique == true }
    let names = schema?.compositeKey ?? []
    let together = names.compactMap { name in columns.firstIndex { $0.column?.name == name } }
    return single.map { [$0] } + (names.isEmpty || together.count < names.count ? [] : [together])
  }

  /// The same headers without meaning: structure is all that counts.
  package var withoutSchema: TablePlan { TablePlan(headers: columns.map(\.header), schemas: []) }

  /// The header to show for a column.
  func title(_ column: Int) -> String {
    guard columns.indices.contains(column) else { return "" }
    let header = columns[column].header
    return header.isEmpty ? "column \(column + 1)" : header
  }
}
