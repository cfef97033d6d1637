/// The bytes of a cell that a search leaves out.
struct ClosedBytes {
  private let cell: Range<Int>
  private var flags: [Bool]

  /// None of a cell's bytes.
  init(of cell: Range<Int>) {
    self.cell = cell
    flags = Array(repeating: false, count: cell.count)
  }

  /// Leaves out a range.
  mutating func insert(_ range: Range<Int>) {
    for index in range.clamped(to: cell) { flags[index - cell.lowerBound] = true }
  }

  func contains(_ index: Int) -> Bool { cell.contains(index) && flags[index - cell.lowerBound] }

  /// Whether a byte of a range is left out.
  func intersects(_ range: Range<Int>) -> Bool {
    range.clamped(to: cell).contains { flags[$0 - cell.lowerBound] }
  }
}
