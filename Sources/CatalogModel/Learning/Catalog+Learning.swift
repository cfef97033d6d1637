import CatalogSchema
import LineStore
import Synchronization

extension CatalogTable {
  /// The headers as the table has them.
  var headers: [String] { plan.columns.map(\.header) }
}

extension Catalog {
  /// What a table without a schema seems to mean; nil where it has a schema or repeats nothing.
  ///
  /// - Complexity: O(columns) but for the first time that the values are those
  package func learnedPlan(of table: CatalogTable) -> LearnedPlan? {
    guard table.plan.schema == nil, let state = learned[table.headers], !state.kinds.isEmpty else {
      return nil
    }
    return learnedPlans.plan(table.headers, state) {
      LearnedGroup(of: table, in: self).plan(state, self)
    }
  }

  /// How often the values of a learned column stand in it, in this table and in others with the
  /// same headers, by the terms of its vocabulary.
  ///
  /// - Complexity: O(values of those tables)
  package func learnedRowCounts(
    ofColumn column: Int, _ plan: TablePlan, in table: CatalogTable
  ) -> [Int] {
    guard plan.columns.indices.contains(column) else { return [] }
    let columns = LearnedGroup(of: table, in: self).columns
    return (plan.columns[column].vocabulary?.terms ?? []).map { term in
      let bytes = ContiguousArray(term.prefLabel.utf8)
      let fingerprint = Fingerprint.ofBytes(bytes.span, 0..<bytes.count, seed: 0)
      return column < columns.count ? columns[column].count(fingerprint) : 0
    }
  }

  /// Brings up to date what tables repeat, after some of them changed.
  mutating func learn(from changed: [CatalogTable]) {
    for headers in Set(changed.filter { $0.plan.schema == nil }.map(\.headers)) {
      let table = tables.first { $0.plan.schema == nil && $0.headers == headers }
      let state = table.map { LearnedGroup(of: $0, in: self).state(after: learned[headers]) }
      if state?.digest != learned[headers]?.digest { relations = DerivedState() }
      learned[headers] = state
    }
  }

  /// Stands for all that tables repeat.
  var learnedDigest: UInt64 { learned.values.reduce(0) { $0 ^ $1.digest } }

  /// Stands for all that the rows of tables say of one another by what they repeat; 0 for nothing.
  var guessDigest: UInt64 {
    learnedDigest ^ (UInt64(truncatingIfNeeded: associationsID) &* 0x9E37_79B9_7F4A_7C15)
  }
}

/// The plans that were learned, as long as the values they were learned from stay.
final class LearnedPlans: Sendable {
  private static let countMax = 64

  private struct Key: Hashable {
    var headers: [String]
    var digest: UInt64
  }

  private let plans = Mutex<[Key: LearnedPlan]>([:])

  func plan(
    _ headers: [String], _ state: LearnedState, _ make: () -> LearnedPlan
  ) -> LearnedPlan {
    let key = Key(headers: headers, digest: state.digest)
    if let known = plans.withLock({ $0[key] }) { return known }
    let plan = make()
    plans.withLock { plans in
      if plans.count >= Self.countMax { plans = [:] }
      plans[key] = plan
    }
    return plan
  }
}
