import CatalogModel
import CatalogSchema

/// How often a table's rows use the terms of its columns: terms of its schema's vocabularies or, in
/// columns without a schema or with values of the list's own, of learned vocabularies.
struct TermUses {
  /// The table's plan, or its learned one.
  let plan: TablePlan
  private let catalog: Catalog
  private let table: CatalogTable
  private let learned: LearnedPlan?

  init(_ table: CatalogTable, in catalog: Catalog) {
    learned = catalog.learnedPlan(of: table)
    plan = learned?.plan ?? table.plan
    self.catalog = catalog
    self.table = table
  }

  /// Whether a column's vocabulary is learned; rows with two of its terms are not counted.
  func isLearned(_ column: Int) -> Bool { learned?.hasLearned(column) == true }

  /// Rows of the table.
  var rowCount: Int { table.rowCount }

  /// The number of rows for each term of a column, by the terms' indices in the vocabulary.
  func rowCounts(ofColumn column: Int) -> [Int] {
    if isLearned(column) { return catalog.learnedRowCounts(ofColumn: column, plan, in: table) }
    guard plan.columns.indices.contains(column) else { return [] }
    let terms = plan.columns[column].vocabulary?.terms ?? []
    return terms.indices.map {
      table.terms.rowCount(TermTally.Use(column: column, term: TermID(index: $0)))
    }
  }

  /// The number of rows that use both terms of a schema's vocabularies.
  func rowCount(_ one: TermTally.Use, with other: TermTally.Use) -> Int {
    table.terms.rowCount(one, with: other)
  }

  /// The share of rows that use a term of a schema's vocabularies, never 0.
  func share(_ use: TermTally.Use) -> Double {
    Double(table.terms.rowCount(use) + 1) / Double(table.rowCount + 1)
  }
}
