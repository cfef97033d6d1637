/// The names of rows one after another, each compared with the one above.
struct NameSequence {
  private var above = SortName()
  private var own = SortName()
  private var line = -1

  /// Whether the last row taken is the one of a line.
  func isAt(_ line: Int) -> Bool { self.line == line }

  /// Goes on below a row of this name, empty for none.
  mutating func restart(_ name: SortName) { own = name }

  /// Takes the next row and returns whether it belongs above the last one; swaps the name for
  /// another's memory.
  mutating func append(_ name: inout SortName, line: Int) -> Bool {
    swap(&above, &own)
    swap(&own, &name)
    self.line = line
    return Self.isOutOfOrder(above, own)
  }

  /// A row without a name is never out of order.
  static func isOutOfOrder(_ above: SortName, _ name: SortName) -> Bool {
    !above.isEmpty && !name.isEmpty && NameOrder.precedes(name, above)
  }
}
