/// Ids in an order that edits change, each with its index at hand.
struct OrderedIDs: Sendable {
  /// How far ids may be from where they were counted before all are counted again.
  private static let shiftMax = 64

  /// The ids in order, each once.
  private(set) var ids: ContiguousArray<Int> = []
  /// The index of each id when it was counted.
  private var counted = FingerprintMap<Int32>(placeholder: 0)
  /// Bound on the distance of an id from its counted index.
  private var shift = 0

  private static func key(_ id: Int) -> UInt64 { UInt64(truncatingIfNeeded: id) &+ 1 }

  /// The index of an id.
  ///
  /// - Complexity: O(1)
  func index(of id: Int) -> Int? {
    guard let start = counted[Self.key(id)].map({ Int($0) }) else { return nil }
    for distance in 0...shift {
      for index in [start + distance, start - distance]
      where ids.indices.contains(index) && ids[index] == id { return index }
    }
    return nil
  }

  /// Replaces ids by new ones, or by some of the same.
  ///
  /// - Complexity: O(ids replaced); O(ids) where their number changes
  mutating func replaceSubrange(_ range: Range<Int>, with new: [Int]) {
    if ids[range].elementsEqual(new) { return }
    for id in ids[range] { counted[Self.key(id)] = nil }
    if range.upperBound < ids.count { shift += abs(new.count - range.count) }
    ids.replaceSubrange(range, with: new)
    for (offset, id) in new.enumerated() { count(id, at: range.lowerBound + offset) }
    if shift <= Self.shiftMax { return }
    for (index, id) in ids.enumerated() { count(id, at: index) }
    shift = 0
  }

  private mutating func count(_ id: Int, at index: Int) {
    counted[Self.key(id)] = Int32(truncatingIfNeeded: index)
  }
}
