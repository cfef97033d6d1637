import LineStore

/// The longest subsequence that is in order.
package enum IncreasingSubsequence {
  /// Their indices; of two ways that are as long, the one with the earlier items.
  ///
  /// - Parameter isBefore: a strict order; equal items may both be taken.
  /// - Complexity: O(n × log n), O(n) for what is in order
  package static func longest<Item>(
    _ items: [Item], isBefore: (Item, Item) -> Bool
  ) -> [Int] {
    // From the end: `heads[k]` is the item that a run of k + 1 items is best begun with.
    var heads: [Int] = []
    var next = [Int](repeating: -1, count: items.count)
    for index in items.indices.reversed() {
      var place = heads.count
      if let last = heads.last, isBefore(items[last], items[index]) {
        place = heads.partitioningIndex { isBefore(items[$0], items[index]) }
      }
      next[index] = place > 0 ? heads[place - 1] : -1
      if place == heads.count { heads.append(index) } else { heads[place] = index }
    }
    var longest: [Int] = []
    var index = heads.last ?? -1
    while index >= 0 {
      longest.append(index)
      index = next[index]
    }
    return longest
  }
}
