/// The line counts of blocks and the first lines of groups of blocks, by which a line is found in
/// O(log groups).
struct LineIndex: Sendable {
  private static let groupSize = 32

  private(set) var counts: ContiguousArray<Int>
  /// Number of lines before each group; there is always a first.
  private var groupStarts: ContiguousArray<Int> = [0]

  init(counts: some Sequence<Int>) {
    self.counts = ContiguousArray(counts)
    findGroups(from: 0)
  }

  /// The block of a line, which must exist, and the line's index in it.
  ///
  /// - Complexity: O(log groups + group size)
  func locate(line: Int) -> (block: Int, line: Int) {
    // The group is the last that does not begin after the line.
    let group = groupStarts.partitioningIndex { $0 > line } - 1
    var rest = line - groupStarts[group]
    var block = group * Self.groupSize
    while block + 1 < counts.count, rest >= counts[block] {
      rest -= counts[block]
      block += 1
    }
    return (block, rest)
  }

  /// Number of lines before a block, or before the end.
  ///
  /// - Complexity: O(group size)
  func firstLine(ofBlock block: Int) -> Int {
    let group = min(block / Self.groupSize, groupStarts.count - 1)
    return counts[group * Self.groupSize..<block].reduce(groupStarts[group], +)
  }

  /// Exchanges the counts of some blocks.
  ///
  /// - Complexity: O(new counts + groups), O(blocks) where their number changes
  mutating func replace(_ range: Range<Int>, with new: [Int]) {
    let firstGroup = min(range.lowerBound / Self.groupSize, groupStarts.count - 1)
    if range.count != new.count {
      counts.replaceSubrange(range, with: new)
      return findGroups(from: firstGroup)
    }
    var added = 0
    var rest = zip(range, new).makeIterator()
    var next = rest.next()
    for group in firstGroup..<groupStarts.count {
      if group > firstGroup { groupStarts[group] += added }
      while let (block, count) = next, block < (group + 1) * Self.groupSize {
        added += count - counts[block]
        counts[block] = count
        next = rest.next()
      }
      if next == nil, added == 0 { return }
    }
  }

  /// Counts the lines before each group after one whose start is known.
  private mutating func findGroups(from first: Int) {
    groupStarts.removeSubrange((first + 1)...)
    var line = groupStarts[first]
    for block in first * Self.groupSize..<counts.count {
      if block > first * Self.groupSize, block % Self.groupSize == 0 { groupStarts.append(line) }
      line += counts[block]
    }
  }
}
