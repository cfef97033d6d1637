/// How many lines each block has, and sums over groups of blocks, so that a line is found without
/// a walk over all blocks.
struct LineIndex: Sendable {
  private static let groupSize = 64

  private(set) var counts: ContiguousArray<Int>
  private var groupSums: ContiguousArray<Int> = []

  init(counts: some Sequence<Int>) {
    self.counts = ContiguousArray(counts)
    sumGroups(from: 0)
  }

  /// The block of a line that there is, and the line's index in it.
  ///
  /// - Complexity: O(blocks / group size + group size)
  func locate(line: Int) -> (block: Int, line: Int) {
    var rest = line
    var group = 0
    while group + 1 < groupSums.count, rest >= groupSums[group] {
      rest -= groupSums[group]
      group += 1
    }
    var block = group * Self.groupSize
    while block + 1 < counts.count, rest >= counts[block] {
      rest -= counts[block]
      block += 1
    }
    return (block, rest)
  }

  /// Number of lines before a block.
  ///
  /// - Complexity: O(blocks / group size + group size)
  func firstLine(ofBlock block: Int) -> Int {
    let group = block / Self.groupSize
    var line = 0
    for sum in groupSums.prefix(group) { line += sum }
    for index in group * Self.groupSize..<block { line += counts[index] }
    return line
  }

  /// Exchanges the counts of some blocks.
  ///
  /// - Complexity: O(new counts), O(blocks) where their number changes
  mutating func replace(_ range: Range<Int>, with new: [Int]) {
    if range.count == new.count {
      for (block, count) in zip(range, new) {
        groupSums[block / Self.groupSize] += count - counts[block]
        counts[block] = count
      }
    } else {
      counts.replaceSubrange(range, with: new)
      sumGroups(from: range.lowerBound / Self.groupSize)
    }
  }

  private mutating func sumGroups(from first: Int) {
    groupSums.removeSubrange(min(first, groupSums.count)...)
    for start in stride(from: first * Self.groupSize, to: counts.count, by: Self.groupSize) {
      groupSums.append(counts[start..<min(start + Self.groupSize, counts.count)].reduce(0, +))
    }
  }
}
