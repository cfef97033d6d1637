/// A reader of one line's start, counting columns as tabs do (GFM 0.29 §2.2).
///
/// - Complexity: O(line) for all advances together
struct BlockCursor {
  /// Byte offset of the next byte; of a tab as long as not all its columns are taken.
  private(set) var offset: Int
  private var column = 0
  private var hasPartlyConsumedTab = false

  /// Byte offset of the next byte that is neither space nor tab.
  private(set) var firstNonspace = 0
  private var firstNonspaceColumn = 0

  /// True where only spaces and tabs follow.
  private(set) var isBlank = false

  /// Columns from here to `firstNonspace`.
  var indent: Int { firstNonspaceColumn - column }

  /// Four columns or more before the text: indented code, where a block may start.
  var isIndented: Bool { indent >= 4 }

  /// Columns that are left of a tab of which some are taken.
  var partlyConsumedTabColumns: Int {
    hasPartlyConsumedTab ? DisplayWidth.tabStop - column % DisplayWidth.tabStop : 0
  }

  init(in line: Span<UInt8>, skipping byteCount: Int) {
    offset = min(byteCount, line.count)
    findFirstNonspace(in: line)
  }

  private mutating func findFirstNonspace(in line: Span<UInt8>) {
    firstNonspace = offset
    firstNonspaceColumn = column
    while firstNonspace < line.count, line[firstNonspace].isBlank {
      firstNonspaceColumn += columns(ofByte: line[firstNonspace], at: firstNonspaceColumn)
      firstNonspace += 1
    }
    isBlank = firstNonspace == line.count
  }

  private func columns(ofByte byte: UInt8, at column: Int) -> Int {
    byte == UInt8(ascii: "\t") ? DisplayWidth.tabStop - column % DisplayWidth.tabStop : 1
  }

  /// Advances by `count` columns, stopping inside a tab where need be.
  mutating func advance(columns count: Int, in line: Span<UInt8>) {
    var rest = count
    while rest > 0, offset < line.count {
      let width = columns(ofByte: line[offset], at: column)
      hasPartlyConsumedTab = width > rest
      column += min(rest, width)
      offset += hasPartlyConsumedTab ? 0 : 1
      rest -= min(rest, width)
    }
    if firstNonspace < offset { findFirstNonspace(in: line) }
  }

  /// Advances by `count` bytes, a tab's columns as far as they are left.
  mutating func advance(bytes count: Int, in line: Span<UInt8>) {
    for _ in 0..<max(0, count) where offset < line.count {
      column += columns(ofByte: line[offset], at: column)
      offset += 1
    }
    hasPartlyConsumedTab = false
    if firstNonspace < offset { findFirstNonspace(in: line) }
  }

  /// Advances to a byte offset, where it is not there yet.
  mutating func advance(toByte target: Int, in line: Span<UInt8>) {
    if target > offset { advance(bytes: target - offset, in: line) }
  }

  /// Takes one space or one column of a tab, where there is one.
  mutating func skipOneBlank(in line: Span<UInt8>) {
    if offset < line.count, line[offset].isBlank { advance(columns: 1, in: line) }
  }
}
