/// A set of lines of a range.
struct LineSet {
  private let range: Range<Int>
  private var isMember: ContiguousArray<Bool>

  /// The empty set of lines of a range.
  init(_ range: Range<Int>) {
    self.range = range
    isMember = ContiguousArray(repeating: false, count: range.count)
  }

  /// Adds a line of the range.
  mutating func insert(_ line: Int) {
    if range.contains(line) { isMember[line - range.lowerBound] = true }
  }

  func contains(_ line: Int) -> Bool {
    range.contains(line) && isMember[line - range.lowerBound]
  }
}
