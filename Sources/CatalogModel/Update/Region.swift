import LineStore

/// The lines that an update reads, and which lines of the old text are which of the new.
struct Region {
  /// In the old text.
  let old: Range<Int>
  /// In the new text.
  let new: Range<Int>
  let splice: LineSplice

  /// Lines that all lines after the region move by.
  var lineShift: Int { new.upperBound - old.upperBound }

  /// The old line that a line of the new text was, nil for one that the edit wrote.
  func oldLine(_ line: Int) -> Int? {
    if line < splice.inserted.lowerBound { return line }
    if line < splice.inserted.upperBound { return nil }
    return line - splice.inserted.upperBound + splice.removed.upperBound
  }

  /// The new line that a line of the old text has become; for a line that the edit rewrote, the
  /// line in its place where lines and replacements pair up.
  func newLine(_ line: Int) -> Int? {
    if line < splice.removed.lowerBound { return line }
    if line >= splice.removed.upperBound {
      return line - splice.removed.upperBound + splice.inserted.upperBound
    }
    guard splice.removed.count == splice.inserted.count else { return nil }
    return line - splice.removed.lowerBound + splice.inserted.lowerBound
  }

  /// The tables of the old text that have a line in the region, or end where it begins.
  ///
  /// - Complexity: O(log tables)
  func touched(_ tables: TableList) -> Range<Int> {
    let start = tables.index { $0.upperBound >= old.lowerBound }
    if old.isEmpty { return start..<start }
    return start..<max(start, tables.index { $0.lowerBound >= old.upperBound })
  }
}
