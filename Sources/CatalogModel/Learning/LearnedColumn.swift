/// How often each short value stands in a column of a table without a schema: a group, so that an
/// edit takes the old values' share away and adds the new ones'.
struct LearnedColumn: Sendable, Equatable {
  /// By the fingerprint of a value as it is written.
  private var counts = FingerprintMap<Int32>(placeholder: 0)
  /// Cells with something in them.
  private(set) var filledCellCount = 0
  /// Cells with a link.
  private(set) var linkCellCount = 0
  /// Values of cells that may hold terms, and cells that hold something else.
  private(set) var valueCount = 0
  /// Values that stand in the column often.
  private(set) var repeatedValueCount = 0
  /// How many different values do.
  private(set) var frequentCount = 0
  /// Stands for the set of those values.
  private(set) var frequentDigest: UInt64 = 0

  /// Adds or takes away cells.
  mutating func add(_ count: Int, _ cell: LearnedCell) {
    filledCellCount += count
    if cell.hasLink { linkCellCount += count }
    if cell.values.isEmpty { valueCount += count }
    for value in cell.values { add(Int32(truncatingIfNeeded: count), value) }
  }

  /// Adds the cells of another part of the table.
  mutating func add(_ other: LearnedColumn) {
    var sum = self
    sum.filledCellCount += other.filledCellCount
    sum.linkCellCount += other.linkCellCount
    var shortValueCount = 0
    other.counts.forEach { value, count in
      sum.add(count, value)
      shortValueCount += Int(count)
    }
    sum.valueCount += other.valueCount - shortValueCount
    self = sum
  }

  private mutating func add(_ count: Int32, _ value: UInt64) {
    let before = counts.exchange(value) { ($0 ?? 0) &+ count } ?? 0
    let now = before &+ count
    if now == 0 { counts[value] = nil }
    valueCount += Int(count)
    repeatedValueCount += Self.repeated(now) - Self.repeated(before)
    if Self.isFrequent(now) != Self.isFrequent(before) {
      frequentCount += Self.isFrequent(now) ? 1 : -1
      frequentDigest ^= value &* 0x9E37_79B9_7F4A_7C15
    }
  }

  private static func isFrequent(_ count: Int32) -> Bool { count >= LearnedPlan.frequentCountMin }
  private static func repeated(_ count: Int32) -> Int { isFrequent(count) ? Int(count) : 0 }

  /// How often a value stands in the column.
  func count(_ value: UInt64) -> Int { Int(counts[value] ?? 0) }

  /// Whether a value stands in the column often.
  func isFrequent(_ value: UInt64) -> Bool { Self.isFrequent(counts[value] ?? 0) }
}

/// What a cell gives its column: the fingerprints of its values, where it holds no more than a few
/// short ones.
struct LearnedCell: Sendable {
  let column: Int
  let hasLink: Bool
  let values: [UInt64]
}
