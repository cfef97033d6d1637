import CatalogSchema
import LineStore
import TableSyntax

/// The tables of a catalog that have the same headers and no schema: their rows are learned from
/// together.
struct LearnedGroup {
  private let tables: [CatalogTable]
  let columns: [LearnedColumn]

  /// The group of a table, which has no schema.
  init(of table: CatalogTable, in catalog: Catalog) {
    let headers = table.headers
    tables = catalog.tables.filter { $0.plan.schema == nil && $0.headers == headers }
    columns =
      tables.dropFirst().reduce(into: tables.first?.tally.learned ?? table.tally.learned) {
        $0.add($1.tally.learned)
      }.columns
  }

  private var rowCount: Int { tables.reduce(0) { $0 + $1.rowCount } }

  /// What the group is known to repeat, given what it was known to repeat before: a column that
  /// has been one of terms stays one for longer, so that typing makes nothing flicker.
  func state(after known: LearnedState?) -> LearnedState {
    if rowCount < LearnedPlan.rowCountMin { return LearnedState() }
    let kinds = columns.indices.map { column in
      let was = known.flatMap { column < $0.kinds.count ? $0.kinds[column] : nil }
      return Self.kind(columns[column], wasTerms: was == .terms)
    }
    return LearnedState(kinds: kinds, columns: columns)
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

  /// What the columns hold, with the words.
  ///
  /// - Complexity: O(rows until each repeated value was seen)
  func plan(_ state: LearnedState, _ catalog: Catalog) -> LearnedPlan {
    var values = [[LearnedValue]](repeating: [], count: columns.count)
    var delimiters = [DelimiterCount](repeating: DelimiterCount(), count: columns.count)
    var missing = columns.indices.reduce(0) {
      $0 + (state.kinds[$1] == .terms ? columns[$1].frequentCount : 0)
    }
    for table in tables {
      for line in table.bodyLines where missing > 0 {
        catalog.withRow(line, in: table) { bytes, row in
          missing -= collect(bytes, row, state, &values, &delimiters)
        }
      }
    }
    for column in values.indices { values[column].sort { $0.rowCount > $1.rowCount } }
    return LearnedPlan(
      headers: tables.first?.headers ?? [], kinds: state.kinds, values: values,
      delimiters: delimiters.map(\.more))
  }

  /// How often items are parted by a comma and by a semicolon.
  private struct DelimiterCount {
    var commas = 0
    var semicolons = 0
    var more: String { semicolons > commas ? "; " : ", " }
  }

  /// Adds the repeated values of a row that were not seen before; returns how many there are.
  private func collect(
    _ bytes: Span<UInt8>, _ row: Row, _ state: LearnedState, _ values: inout [[LearnedValue]],
    _ delimiters: inout [DelimiterCount]
  ) -> Int {
    guard row.cellCount == columns.count else { return 0 }
    var found = 0
    for column in columns.indices where state.kinds[column] == .terms {
      for index in row.cells[column].value {
        if bytes[index] == UInt8(ascii: ",") { delimiters[column].commas += 1 }
        if bytes[index] == UInt8(ascii: ";") { delimiters[column].semicolons += 1 }
      }
      for range in LearnedValues.of(bytes, row.cells[column].value) {
        let fingerprint = Fingerprint.ofBytes(bytes, range, seed: 0)
        guard columns[column].isFrequent(fingerprint),
          !values[column].contains(where: { $0.fingerprint == fingerprint })
        else { continue }
        values[column].append(
          LearnedValue(
            fingerprint: fingerprint, text: bytes.string(range),
            rowCount: columns[column].count(fingerprint)))
        found += 1
      }
    }
    return found
  }
}

/// What tables are known to repeat, without the words.
struct LearnedState: Sendable, Equatable {
  /// What each column holds; empty where nothing is known.
  private(set) var kinds: [LearnedPlan.Kind] = []
  /// Stands for the kinds and the sets of repeated values.
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
