import CatalogModel

/// Lines of one text that replace lines of another; never both empty.
package struct LineChange: Sendable, Equatable {
  /// The removed lines.
  package var old: Range<Int>
  /// The inserted lines.
  package var new: Range<Int>

  /// Whether each removed line has an inserted one.
  var isBalanced: Bool { old.count == new.count }
}

/// Finds what changed between two texts by lines: lines that occur once in each are the fixed
/// points ("patience"), and what is between two of them is compared line by line.
struct LineComparison {
  let old: LineSequence
  let new: LineSequence
  let interruption: Interruption
  /// The changes found so far, in order.
  var changes: [LineChange] = []

  /// The most inserted or removed lines in one place after which equal lines are found.
  private static let gapLineCountMax = 32

  /// Finds all changes; between any two are equal lines, or one of them is balanced.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  mutating func run() throws(Interrupted) -> [LineChange] {
    try compare(0..<old.count, 0..<new.count)
    return changes
  }

  private mutating func compare(
    _ oldLines: Range<Int>, _ newLines: Range<Int>
  ) throws(Interrupted) {
    try interruption.check()
    var (left, right) = withoutEqualEnds(oldLines, newLines)
    if left.isEmpty || right.isEmpty || left.count == 1 || right.count == 1 {
      return add(left, right)
    }
    for anchor in anchors(left, right) {
      try addGap(left.lowerBound..<anchor.old, right.lowerBound..<anchor.new)
      left = anchor.old + 1..<left.upperBound
      right = anchor.new + 1..<right.upperBound
    }
    try addGap(left, right)
  }

  /// Adds what is between two fixed points.
  private mutating func addGap(
    _ oldLines: Range<Int>, _ newLines: Range<Int>
  ) throws(Interrupted) {
    try interruption.check()
    let (left, right) = withoutEqualEnds(oldLines, newLines)
    guard left.count == right.count else { return try addAlike(left, right) }
    // Equal numbers of lines: most likely each was changed by itself.
    for offset in 0..<left.count {
      let line = left.lowerBound + offset
      let other = right.lowerBound + offset
      if !old.isEqual(line, new, other) { add(line..<line + 1, other..<other + 1) }
    }
  }

  /// Adds lines of which some were changed and some inserted or removed: similar lines are pairs.
  private mutating func addAlike(
    _ oldLines: Range<Int>, _ newLines: Range<Int>
  ) throws(Interrupted) {
    var (left, right) = (oldLines, newLines)
    while !left.isEmpty, !right.isEmpty {
      try interruption.check()
      if let pair = nearestPair(left, right) {
        add(left.lowerBound..<pair.old, right.lowerBound..<pair.new)
        if !old.isEqual(pair.old, new, pair.new) {
          add(pair.old..<pair.old + 1, pair.new..<pair.new + 1)
        }
        (left, right) = (pair.old + 1..<left.upperBound, pair.new + 1..<right.upperBound)
      } else {
        add(left.prefix(1), right.prefix(1))
        (left, right) = (left.dropFirst(), right.dropFirst())
      }
    }
    add(left, right)
  }

  /// The nearest similar lines; nil without similar lines nearby.
  private func nearestPair(_ left: Range<Int>, _ right: Range<Int>) -> Anchor? {
    for gap in 0..<Self.gapLineCountMax {
      if gap < left.count, old.isLike(left.lowerBound + gap, new, right.lowerBound) {
        return Anchor(old: left.lowerBound + gap, new: right.lowerBound)
      }
      if gap < right.count, old.isLike(left.lowerBound, new, right.lowerBound + gap) {
        return Anchor(old: left.lowerBound, new: right.lowerBound + gap)
      }
    }
    return nil
  }

  private func withoutEqualEnds(
    _ oldLines: Range<Int>, _ newLines: Range<Int>
  ) -> (Range<Int>, Range<Int>) {
    var (left, right) = (oldLines, newLines)
    while let a = left.first, let b = right.first, old.isEqual(a, new, b) {
      left = left.dropFirst()
      right = right.dropFirst()
    }
    while let a = left.last, let b = right.last, old.isEqual(a, new, b) {
      left = left.dropLast()
      right = right.dropLast()
    }
    return (left, right)
  }

  private mutating func add(_ left: Range<Int>, _ right: Range<Int>) {
    if left.isEmpty, right.isEmpty { return }
    let change = LineChange(old: left, new: right)
    if let last = changes.last, last.old.upperBound == left.lowerBound,
      last.new.upperBound == right.lowerBound, last.isBalanced == change.isBalanced
    {
      changes[changes.count - 1] = LineChange(
        old: last.old.lowerBound..<left.upperBound, new: last.new.lowerBound..<right.upperBound)
    } else {
      changes.append(change)
    }
  }

  // MARK: Fixed points

  private struct Anchor {
    var old: Int
    var new: Int
  }

  /// Where a fingerprint occurs: -1 nowhere, -2 more than once.
  private struct Occurrence {
    private(set) var old = -1
    private(set) var new = -1

    mutating func addOld(_ line: Int) { old = old == -1 ? line : -2 }
    mutating func addNew(_ line: Int) { new = new == -1 ? line : -2 }
  }

  /// The longest sequence of lines that occur once in each text, in the same order in both.
  private func anchors(_ left: Range<Int>, _ right: Range<Int>) -> [Anchor] {
    var occurrences: [UInt64: Occurrence] = [:]
    for line in left { occurrences[old.fingerprint(line), default: Occurrence()].addOld(line) }
    for line in right { occurrences[new.fingerprint(line)]?.addNew(line) }
    let pairs = occurrences.values.filter {
      $0.old >= 0 && $0.new >= 0 && old.isEqual($0.old, new, $0.new)
    }.sorted { $0.old < $1.old }
    return IncreasingSubsequence.longest(pairs.map(\.new), isBefore: <).map {
      Anchor(old: pairs[$0].old, new: pairs[$0].new)
    }
  }
}
