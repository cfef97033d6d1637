import CatalogSchema

/// A pool: the tables of a catalog that have the same headers, which are learned from together.
struct LearnedGroup: Sendable {
  let key: HeaderKey
  /// What the headers say of the columns.
  let plan: TablePlan
  /// The tables' ids.
  private(set) var tableIDs: Set<Int> = []
  /// What the rows of all tables add up to.
  private(set) var tally: LearnedTally
  /// What the rows show.
  private(set) var state = LearnedState()
  /// What follows from that.
  private(set) var derived = DerivedState()

  /// A group without tables.
  init(_ key: HeaderKey, _ plan: TablePlan) {
    self.key = key
    self.plan = plan
    tally = LearnedTally(plan)
  }

  /// Adds and removes tables, and what their rows add up to.
  mutating func update(_ change: LearnedChange) {
    if change.isNew {
      tally = LearnedTally(plan)
      tableIDs = []
    }
    tableIDs.subtract(change.lostIDs)
    tableIDs.formUnion(change.tableIDs)
    for tally in change.added { self.tally.add(1, tally) }
    for tally in change.subtracted { self.tally.add(-1, tally) }
    let before = state.digest
    state = newState()
    if state.digest != before { derived = DerivedState() }
  }

  /// - Complexity: O(columns + labels in use)
  private func newState() -> LearnedState {
    let judgements = zip(plan.columns, tally.evidence).map {
      ColumnJudgement($0, $1, rowCount: tally.rowCount)
    }
    var habits = PoolHabits(tally.cells, tally.columns)
    for (column, judgement) in judgements.enumerated() where judgement.isRequired {
      let isDemanded = plan.schema?.isBuiltIn == false || judgement.status == .closed
      habits.leave(column, andShortRowsBefore: isDemanded)
    }
    return LearnedState(
      kinds: kinds(judgements), columns: tally.columns, habits, judgements, plan)
  }

  /// What each column holds; empty where nothing is known.
  private func kinds(_ judgements: [ColumnJudgement]) -> [LearnedPlan.Kind] {
    if tally.rowCount < LearnedPlan.rowCountMin { return [] }
    let kinds = tally.columns.indices.map { column in
      plan.isFree[column] || judgements[column].status == .own
        ? Self.kind(tally.columns[column]) : .given
    }
    return kinds.contains(.terms) ? kinds : []
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
  /// What the headers say of the columns.
  let plan: TablePlan
  /// Whether the group has none of its tables any more.
  var isNew = false
  /// Tables that the group has.
  var tableIDs: [Int] = []
  /// Tables that the group no longer has.
  var lostIDs: [Int] = []
  /// What new rows add.
  var added: [LearnedTally] = []
  /// What rows that are gone or changed added.
  var subtracted: [LearnedTally] = []
}

/// What the rows of a pool show, without the text.
struct LearnedState: Sendable {
  /// What each column holds; empty where nothing is known.
  let kinds: [LearnedPlan.Kind]
  /// What nearly all rows have in common.
  let habits: PoolHabits
  /// What the rows show of a schema's columns; empty without a schema.
  let judgements: [ColumnJudgement]
  /// Whether the columns are judged as the headers say.
  let isStrict: Bool
  /// Hash of all that, and of the sets of repeated values.
  let digest: UInt64

  /// Nothing.
  init() {
    kinds = []
    habits = PoolHabits()
    judgements = []
    isStrict = true
    digest = 0
  }

  init(
    kinds: [LearnedPlan.Kind], columns: [LearnedColumn], _ habits: PoolHabits,
    _ judgements: [ColumnJudgement], _ plan: TablePlan
  ) {
    self.habits = habits
    self.kinds = kinds
    self.judgements = judgements
    isStrict = zip(judgements, plan.columns).allSatisfy { $0.isStrict($1.requirements) }
    var digest = habits.digest ^ (kinds.isEmpty ? 0 : 1)
    func add(_ part: UInt64) {
      digest = (digest ^ part) &* 0xD6E8_FEB8_6659_FD93
      digest ^= digest >> 31
    }
    for (kind, column) in zip(kinds, columns) {
      add(kind == .terms ? column.countDigest &+ 2 : kind == .link ? 1 : 0)
    }
    for judgement in judgements { add(judgement.digest) }
    self.digest = digest
  }

  /// Whether a row may differ from the others though its own reading shows nothing.
  var hasGuesses: Bool {
    !kinds.isEmpty || habits.mayFind || judgements.contains { $0.labels?.hasOther == true }
  }
}
