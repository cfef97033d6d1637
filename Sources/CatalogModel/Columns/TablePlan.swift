package import CatalogSchema
import TableSyntax

/// What a table's columns mean: made once per table, shared by all its rows.
package final class TablePlan: Sendable {
  /// The columns in the table's order.
  package let columns: [PlannedColumn]
  /// The schema that the headers name, nil for none.
  package let schema: Schema?
  /// The column of the rows' names.
  package let keyColumn: Int?
  /// The columns with a vocabulary.
  package let termColumns: [Int]

  /// The texts that are no value in cells without a column.
  package let missingValues: MissingValues
  /// For each column the number of its first term among all terms of the table's vocabularies.
  let firstTermNumbers: [Int]
  /// Number of terms of all the table's vocabularies.
  let termCount: Int
  /// Whether a configured schema says that rows are ordered by name.
  let mustBeSorted: Bool
  /// The columns whose values, one or several together, no two rows may share, besides the key.
  let uniqueColumns: [[Int]]
  /// Whether some column constrains its values beyond a vocabulary.
  let hasConstraints: Bool
  /// Whether rules report the same rows as if the columns were as the headers say.
  let isStrict: Bool
  /// The generation of the evidence that the plan follows from; 0 for none.
  let generation: Int
  /// Whether the preferred label of some term is not the one in use.
  let hasOtherLabels: Bool
  /// Which columns belong to no schema.
  let isFree: [Bool]
  /// Whether some column does.
  let hasFreeColumns: Bool
  /// Which columns are judged by what rows have in them.
  let needsEvidence: [Bool]

  /// A plan for headers: the first schema that fits them.
  package convenience init(
    headers: [String], schemas: [Schema], missingValues: MissingValues = .standard
  ) {
    var match: (schema: Schema, columns: [Int?])?
    for schema in schemas where match == nil {
      match = schema.match(headers: headers).map { (schema, $0) }
    }
    let missing = match?.schema.missingValues ?? missingValues
    let columns = headers.indices.map { index in
      let column = match.flatMap { found in found.columns[index].map { found.schema.columns[$0] } }
      let vocabulary = column.flatMap { match?.schema.vocabulary(of: $0) }
      return PlannedColumn(
        header: headers[index], column: column, vocabulary: vocabulary, missingValues: missing)
    }
    self.init(columns: columns, schema: match?.schema, missing)
  }

  /// A plan for headers without a schema.
  convenience init(headers: [String], keyColumn: Int?, missingValues: MissingValues) {
    let columns = headers.enumerated().map { index, header in
      var column = Column(name: header, title: header)
      column.isKey = true
      return PlannedColumn(
        header: header, column: index == keyColumn ? column : nil, vocabulary: nil,
        missingValues: missingValues)
    }
    self.init(columns: columns, schema: nil, missingValues)
  }

  private init(
    columns: [PlannedColumn], schema: Schema?, _ missingValues: MissingValues,
    numbered strict: TablePlan? = nil, isStrict: Bool = true, generation: Int = 0
  ) {
    self.missingValues = missingValues
    self.isStrict = isStrict
    self.generation = generation
    hasOtherLabels = columns.contains { $0.labels?.hasOther == true }
    self.columns = columns
    self.schema = schema
    let key = columns.firstIndex { $0.requirements.isKey }
    keyColumn = key
    mustBeSorted =
      schema?.isBuiltIn == false && key.map { columns[$0].column?.isSorted == true } == true
    var count = 0
    firstTermNumbers =
      strict?.firstTermNumbers
      ?? columns.map { column in
        defer { count += column.vocabulary?.terms.count ?? 0 }
        return count
      }
    termCount = strict?.termCount ?? count
    termColumns = columns.indices.filter { columns[$0].vocabulary != nil }
    uniqueColumns = Self.uniqueColumns(columns, key: key, schema)
    hasConstraints = columns.contains { $0.requirements.constraints != nil }
    isFree = columns.map { schema == nil || $0.column == nil }
    hasFreeColumns = isFree.contains(true)
    needsEvidence = zip(columns, isFree).map { !$1 && $0.needsEvidence }
  }

  private static func uniqueColumns(
    _ columns: [PlannedColumn], key: Int?, _ schema: Schema?
  ) -> [[Int]] {
    let single = columns.indices.filter { $0 != key && columns[$0].column?.isUnique == true }
    let names = schema?.compositeKey ?? []
    let together = names.compactMap { name in columns.firstIndex { $0.column?.name == name } }
    return single.map { [$0] } + (names.isEmpty || together.count < names.count ? [] : [together])
  }

  /// Whether all cells of a row are empty or hold placeholders: a template for new rows. A row with
  /// a comment says more.
  func isTemplate(_ line: Span<UInt8>, _ row: Row) -> Bool {
    !row.cells.isEmpty && row.comments.isEmpty
      && row.cells.indices.allSatisfy { cell in
        let value = row.cells[cell].value
        return value.isEmpty
          || (cell < columns.count
            ? columns[cell].isPlaceholder(line, value) : missingValues.contains(line, value))
      }
  }

  /// The same columns as the rows show them; their terms keep their numbers.
  func judged(_ columns: [PlannedColumn], isStrict: Bool, generation: Int) -> TablePlan {
    TablePlan(
      columns: columns, schema: schema, missingValues, numbered: self, isStrict: isStrict,
      generation: generation)
  }

  /// The same table with columns as the rows repeat their values.
  func learning(_ columns: [PlannedColumn]) -> TablePlan {
    TablePlan(columns: columns, schema: schema, missingValues, numbered: self)
  }

  /// The header to show for a column.
  package func title(_ column: Int) -> String {
    guard columns.indices.contains(column) else { return "" }
    let header = columns[column].header
    return header.isEmpty ? "column \(column + 1)" : header
  }
}
