import CatalogSchema

/// The tables of a catalog that have the same headers and no schema: their rows are learned from
/// together.
struct LearnedGroup: Sendable {
  let key: HeaderKey
  /// The tables' ids.
  private(set) var tableIDs: Set<Int> = []
  /// What the rows of all tables repeat.
  private(set) var tally: LearnedTally
  /// What the group is known to repeat.
  private(set) var state = LearnedState()
  /// What follows from that state.
  private(set) var derived = DerivedState()

  /// A group without tables.
  init(_ key: HeaderKey) {
    self.key = key
    tally = LearnedTally(columnCount: key.headers.count)
  }

  /// Adds and removes tables, and what their rows repeat.
  mutating func update(_ change: LearnedChange) {
    tableIDs.subtract(change.lostIDs)
    tableIDs.formUnion(change.tableIDs)
    for tally in change.tallies { self.tally.add(tally) }
    let before = state.digest
    state = newState()
    if state.digest != before { derived = DerivedState() }
  }

  /// - Complexity: O(columns)
  private func newState() -> LearnedState {
    let kinds =
      tally.rowCount < LearnedPlan.rowCountMin ? [] : tally.columns.map(Self.kind)
    return LearnedState(
      kinds: kinds, columns: tally.columns, PoolHabits(tally.cells, tally.columns))
  }

  private static func kind(_ column: LearnedColumn) -> LearnedPlan.Kind {
    if column.linkCellCount * 5 >= column.filledCellCount * 4, column.linkCellCount > 0 {
      return .link
    }
    let isOfTerms = LearnedPlan.speaksForTerms(
      repeatedCount: column.repeatedValueCount, valueCount: column.valueCount,
      frequentCount: column.frequentCount)
    return isOfTerms ? .terms : .text
  }
}

/// What an edit changes in a group.
struct LearnedChange {
  /// Tables that the group has.
  var tableIDs: [Int] = []
  /// Tables that the group no longer has.
  var lostIDs: [Int] = []
  /// What rows add, those that are gone counted below zero.
  var tallies: [LearnedTally] = []
}

/// What tables are known to repeat, without the text.
struct LearnedState: Sendable, Equatable {
  /// What each column holds; empty where nothing is known.
  private(set) var kinds: [LearnedPlan.Kind] = []
  /// What nearly all rows have in common.
  private(set) var habits = PoolHabits()
  /// Hash of the kinds, the sets of repeated values, and the habits.
  private(set) var digest: UInt64 = 0

  init() {}

  init(kinds: [LearnedPlan.Kind], columns: [LearnedColumn], _ habits: PoolHabits) {
    self.habits = habits
    digest = habits.digest
    if kinds.allSatisfy({ $0 != .terms }) { return }
    self.kinds = kinds
    for (kind, column) in zip(kinds, columns) {
      let part = kind == .terms ? column.countDigest &+ 2 : kind == .link ? 1 : 0
      digest = (digest ^ part) &* 0xD6E8_FEB8_6659_FD93
      digest ^= digest >> 31
    }
  }
}
