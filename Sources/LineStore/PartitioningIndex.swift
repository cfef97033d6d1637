extension RandomAccessCollection where Index == Int {
  /// The first index whose element satisfies a condition that holds for all behind it.
  ///
  /// - Complexity: O(log n)
  @inlinable
  public func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
