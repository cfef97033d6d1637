import CatalogSchema
import LineStore

extension Catalog {
  /// What a table without a schema seems to mean; nil where it has a schema or repeats nothing.
  ///
  /// - Complexity: O(1) but for the first time that the values are those
  package func learnedPlan(of table: CatalogTable) -> LearnedPlan? {
    table.plan.schema == nil ? learned[table.headerKey]?.plan(self) : nil
  }

  /// How often the values of a learned column occur in it, in this table and in others with the
  /// same headers, by the terms of its vocabulary.
  ///
  /// - Complexity: O(terms)
  package func learnedRowCounts(
    ofColumn column: Int, _ plan: TablePlan, in table: CatalogTable
  ) -> [Int] {
    guard plan.columns.indices.contains(column) else { return [] }
    let columns = table.plan.schema == nil ? learned[table.headerKey]?.tally.columns ?? [] : []
    return (plan.columns[column].vocabulary?.terms ?? []).map { term in
      let bytes = ContiguousArray(term.prefLabel.utf8)
      let fingerprint = Fingerprint.ofBytes(bytes.span, 0..<bytes.count, seed: 0)
      return column < columns.count ? columns[column].count(fingerprint) : 0
    }
  }

  /// Brings up to date what tables repeat.
  mutating func learn(_ changes: [HeaderKey: LearnedChange]) {
    for (key, change) in changes {
      if learned.update(key, { $0.update(change) }) { guesses = DerivedState() }
    }
  }

  /// Whether the rows of some table say something of one another by what they repeat.
  var hasGuesses: Bool { learned.digest != 0 || !associations.isEmpty }
}
