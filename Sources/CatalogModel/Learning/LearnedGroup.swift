import CatalogSchema
import LineStore
import Synchronization
import TableSyntax

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
  /// The plan made from that, once somebody asked.
  private var memo = LearnedPlanMemo()

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
    learn(after: state)
  }

  /// Updates what the group is known to repeat, given what it was known to repeat before: a column
  /// of terms stays one for longer, so that typing makes nothing flicker.
  ///
  /// - Complexity: O(columns)
  mutating func learn(after known: LearnedState) {
    let before = state.digest
    state = newState(after: known)
    if state.digest != before { memo = LearnedPlanMemo() }
  }

  private func newState(after known: LearnedState) -> LearnedState {
    if tally.rowCount < LearnedPlan.rowCountMin { return LearnedState() }
    let kinds = tally.columns.indices.map { column in
      let wasTerms = column < known.kinds.count && known.kinds[column] == .terms
      return Self.kind(tally.columns[column], wasTerms: wasTerms)
    }
    return LearnedState(kinds: kinds, columns: tally.columns)
  }

  private static func kind(_ column: LearnedColumn, wasTerms: Bool) -> LearnedPlan.Kind {
    if column.linkCellCount * 5 >= column.filledCellCount * 4, column.linkCellCount > 0 {
      return .link
    }
    let isOfTerms = LearnedPlan.speaksForTerms(
      repeatedCount: column.repeatedValueCount, valueCount: column.valueCount,
      frequentCount: column.frequentCount, hasBeenTerms: wasTerms)
    return isOfTerms ? .terms : .text
  }

  /// What the columns hold, with the values' text; nil where they repeat nothing.
  ///
  /// - Complexity: O(1), O(tables + rows until each repeated value was seen) the first time
  func plan(_ catalog: Catalog) -> LearnedPlan? {
    state.kinds.isEmpty ? nil : memo.plan { makePlan(catalog) }
  }

  private func makePlan(_ catalog: Catalog) -> LearnedPlan {
    let columns = tally.columns
    var values = [[LearnedValue]](repeating: [], count: columns.count)
    var delimiters = [DelimiterCount](repeating: DelimiterCount(), count: columns.count)
    var missing = columns.indices.reduce(0) {
      $0 + (state.kinds[$1] == .terms ? columns[$1].frequentCount : 0)
    }
    for index in tableIDs.compactMap({ catalog.tables.index(ofID: $0) }).sorted()
    where missing > 0 {
      let table = catalog.tables[index]
      for line in table.bodyLines where missing > 0 {
        catalog.withRow(line, in: table) { bytes, row in
          missing -= collect(bytes, row, &values, &delimiters)
        }
      }
    }
    for column in values.indices { values[column].sort { $0.rowCount > $1.rowCount } }
    return LearnedPlan(
      headers: key.headers, kinds: state.kinds, values: values,
      delimiters: delimiters.map(\.more))
  }

  /// How often commas and semicolons separate items.
  private struct DelimiterCount {
    var commas = 0
    var semicolons = 0
    var more: String { semicolons > commas ? "; " : ", " }
  }

  /// Adds the repeated values of a row that were not seen before; returns how many there are.
  private func collect(
    _ bytes: Span<UInt8>, _ row: Row, _ values: inout [[LearnedValue]],
    _ delimiters: inout [DelimiterCount]
  ) -> Int {
    guard row.cellCount == tally.columns.count else { return 0 }
    var found = 0
    for column in tally.columns.indices where state.kinds[column] == .terms {
      for index in row.cells[column].value {
        if bytes[index] == UInt8(ascii: ",") { delimiters[column].commas += 1 }
        if bytes[index] == UInt8(ascii: ";") { delimiters[column].semicolons += 1 }
      }
      for range in LearnedValues.of(bytes, row.cells[column].value) {
        let fingerprint = Fingerprint.ofBytes(bytes, range, seed: 0)
        guard tally.columns[column].isFrequent(fingerprint),
          !values[column].contains(where: { $0.fingerprint == fingerprint })
        else { continue }
        values[column].append(
          LearnedValue(
            fingerprint: fingerprint, text: bytes.string(range),
            rowCount: tally.columns[column].count(fingerprint)))
        found += 1
      }
    }
    return found
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
  /// Hash of the kinds and the sets of repeated values.
  private(set) var digest: UInt64 = 0

  init() {}

  init(kinds: [LearnedPlan.Kind], columns: [LearnedColumn]) {
    if kinds.allSatisfy({ $0 != .terms }) { return }
    self.kinds = kinds
    for (kind, column) in zip(kinds, columns) {
      let part = kind == .terms ? column.frequentDigest &+ 2 : kind == .link ? 1 : 0
      digest = (digest ^ part) &* 0xD6E8_FEB8_6659_FD93
      digest ^= digest >> 31
    }
  }
}

/// The plan of a group, made once for as long as the group repeats the same values.
final class LearnedPlanMemo: Sendable {
  private let known = Mutex<LearnedPlan?>(nil)

  func plan(_ make: () -> LearnedPlan) -> LearnedPlan {
    if let plan = known.withLock({ $0 }) { return plan }
    let plan = make()
    known.withLock { $0 = plan }
    return plan
  }
}
