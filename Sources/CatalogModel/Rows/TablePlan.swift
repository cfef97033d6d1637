package import CatalogSchema

/// What a table's columns mean: made once per table, shared by all its rows.
package final class TablePlan: Sendable {
  /// A column of the table.
  package struct PlannedColumn: Sendable {
    /// The header as the table has it.
    package var header: String
    /// What the schema says of it, nil for free text.
    package var column: Column?
    /// The terms it takes, where it takes terms.
    package var vocabulary: Vocabulary?

    /// A column from its parts.
    package init(header: String, column: Column?, vocabulary: Vocabulary?) {
      self.header = header
      self.column = column
      self.vocabulary = vocabulary
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

  /// For each column whether it has a vocabulary.
  let isTermColumn: [Bool]

  /// A plan for headers: the first schema that fits them.
  package init(headers: [String], schemas: [Schema]) {
    var match: (schema: Schema, columns: [Int?])?
    for schema in schemas where match == nil {
      match = schema.match(headers: headers).map { (schema, $0) }
    }
    schema = match?.schema
    let columns = headers.indices.map { index in
      let column = match.flatMap { found in found.columns[index].map { found.schema.columns[$0] } }
      let vocabulary = column.flatMap { match?.schema.vocabulary(of: $0) }
      return PlannedColumn(header: headers[index], column: column, vocabulary: vocabulary)
    }
    self.columns = columns
    isTermColumn = columns.map { $0.vocabulary != nil }
    keyColumn = columns.firstIndex { $0.column?.isKey == true }
    termColumns = columns.indices.filter { columns[$0].vocabulary != nil }
  }

  /// The same headers without meaning: structure is all that counts.
  package var withoutSchema: TablePlan { TablePlan(headers: columns.map(\.header), schemas: []) }

  /// Whether two plans read every row alike.
  func readsRows(as other: TablePlan) -> Bool {
    columns.count == other.columns.count
      && zip(columns, other.columns).allSatisfy {
        $0.column?.name == $1.column?.name && ($0.column != nil || $0.header == $1.header)
      }
  }

  /// The header to show for a column.
  func title(_ column: Int) -> String {
    guard columns.indices.contains(column) else { return "" }
    let header = columns[column].header
    return header.isEmpty ? "column \(column + 1)" : header
  }
}
