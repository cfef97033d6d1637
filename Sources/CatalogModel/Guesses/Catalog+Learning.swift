import CatalogSchema
import LineStore

extension Catalog {
  /// A table whose plan says what the rows of its pool show of the columns.
  ///
  /// - Complexity: O(1) but for the first time that they show it
  func judged(_ table: CatalogTable) -> CatalogTable {
    guard let plan = learned[table.headerKey]?.judgedPlan else { return table }
    var table = table
    table.judgedPlan = plan
    return table
  }

  /// What a table seems to mean by what its rows repeat; nil where its schema says it all, or
  /// nothing is repeated.
  ///
  /// - Complexity: O(1) but for the first time that the values are those
  package func learnedPlan(of table: CatalogTable) -> LearnedPlan? {
    learned[table.headerKey]?.plan(self)
  }

  /// How often the values of a learned column occur in it, in this table and in others with the
  /// same headers, by the terms of its vocabulary.
  ///
  /// - Complexity: O(terms)
  package func learnedRowCounts(
    ofColumn column: Int, _ plan: TablePlan, in table: CatalogTable
  ) -> [Int] {
    guard plan.columns.indices.contains(column) else { return [] }
    let columns = learned[table.headerKey]?.tally.columns ?? []
    return (plan.columns[column].vocabulary?.terms ?? []).map { term in
      let bytes = ContiguousArray(term.prefLabel.utf8)
      let fingerprint = Fingerprint.ofBytes(bytes.span, 0..<bytes.count, seed: 0)
      return column < columns.count ? columns[column].count(fingerprint) : 0
    }
  }

  /// Brings up to date what tables repeat and show.
  mutating func learn(_ changes: [HeaderKey: LearnedChange]) {
    for (key, change) in changes {
      if learned.update(key, change) { guesses = DerivedState() }
    }
  }

  /// Whether the rows of some table say something of one another by what they repeat.
  var hasGuesses: Bool { learned.guessCount > 0 || !associations.isEmpty }
}

/// Of the names of a pool's tables, how many differ from those before them in their table.
private struct DistinctNames: DerivedValue {
  var key: HeaderKey

  func derive(from catalog: Catalog) -> Demand {
    guard let group = catalog.learned[key], let column = group.plan.keyColumn,
      group.tally.evidence.indices.contains(column)
    else { return Demand(of: 0, failedBy: 0) }
    let repeated = group.tableIDs.reduce(0) { $0 + catalog.names.repetitionCount(ofTable: $1) }
    let nameCount = group.tally.rowCount - group.tally.evidence[column].emptyCount
    return Demand(of: nameCount, failedBy: repeated)
  }
}

extension Catalog {
  /// Whether no two rows of a table may have the same name: where a configuration says so, or the
  /// built-in schema and the rows.
  func demandsDistinctNames(_ table: CatalogTable) -> Bool {
    guard let key = table.plan.keyColumn, let column = table.plan.columns[key].column,
      column.isUnique
    else { return false }
    return column.isConfigured || distinctNames(of: table).holds
  }

  /// How many names of a table's pool are distinct, each in its table.
  func distinctNames(of table: CatalogTable) -> Demand {
    derived(DistinctNames(key: table.headerKey))
  }
}
