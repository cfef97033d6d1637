/// How often each short value occurs in a column of tables without a schema.
struct LearnedColumn: Sendable, Equatable {
  /// Cells by the fingerprint of a value as it is written.
  private var counts = FingerprintMap<Int32>(placeholder: 0)
  /// Cells with something in them.
  private(set) var filledCellCount = 0
  /// Cells with a link.
  private(set) var linkCellCount = 0
  /// Values of cells that may hold terms, and cells that hold something else.
  private(set) var valueCount = 0
  /// Values that the column repeats.
  private(set) var repeatedValueCount = 0
  /// How many different values it repeats.
  private(set) var frequentCount = 0
  /// Hash of the values that occur more than once, each with how often, as far as it matters.
  private(set) var countDigest: UInt64 = 0

  /// Adds (`count` 1) or subtracts (-1) a cell with something in it.
  mutating func add(_ count: Int, hasLink: Bool, _ values: ArraySlice<UInt64>) {
    filledCellCount += count
    if hasLink { linkCellCount += count }
    if values.isEmpty { valueCount += count }
    for value in values { add(Int32(truncatingIfNeeded: count), value) }
  }

  /// Adds (`count` 1) or subtracts (-1) other cells of the column.
  ///
  /// - Complexity: O(different values of the other cells)
  mutating func add(_ count: Int, _ other: LearnedColumn) {
    if count == 1, counts.count == 0, valueCount == 0, filledCellCount == 0 {
      self = other
      return
    }
    filledCellCount += count * other.filledCellCount
    linkCellCount += count * other.linkCellCount
    var shortValueCount = 0
    other.counts.forEach { value, number in
      add(Int32(truncatingIfNeeded: count) &* number, value)
      shortValueCount += Int(number)
    }
    valueCount += count * (other.valueCount - shortValueCount)
  }

  private mutating func add(_ count: Int32, _ value: UInt64) {
    let before = counts.exchange(value) { ($0 ?? 0) &+ count } ?? 0
    let now = before &+ count
    if now == 0 { counts[value] = nil }
    valueCount += Int(count)
    repeatedValueCount += Self.repeated(now) - Self.repeated(before)
    if Self.isFrequent(now) != Self.isFrequent(before) {
      frequentCount += Self.isFrequent(now) ? 1 : -1
    }
    countDigest ^= Self.digest(value, before) ^ Self.digest(value, now)
  }

  private static func isFrequent(_ count: Int32) -> Bool { count >= LearnedPlan.frequentCountMin }
  private static func repeated(_ count: Int32) -> Int { isFrequent(count) ? Int(count) : 0 }

  /// What changes with each count that a guess depends on: unique, repeated, and often enough for
  /// substituted letters.
  private static func digest(_ value: UInt64, _ count: Int32) -> UInt64 {
    let steps = [2, Int32(LearnedPlan.frequentCountMin), Int32(LearnedPlan.substitutedCountMin)]
    let step = steps.count { count >= $0 }
    return step == 0 ? 0 : (value &+ UInt64(step)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// How often a value occurs in the column.
  func count(_ value: UInt64) -> Int { Int(counts[value] ?? 0) }

  /// Whether the column repeats a value.
  func isFrequent(_ value: UInt64) -> Bool { Self.isFrequent(counts[value] ?? 0) }
}
