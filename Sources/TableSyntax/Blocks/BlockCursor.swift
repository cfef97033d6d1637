/// A reader of one line's start, counting columns as tabs do (GFM 0.29 §2.2).
struct BlockCursor {
  /// Byte offset of the next byte.
  private(set) var offset = 0
  private var column = 0
  private var hasPartlyConsumedTab = false

  /// Byte offset of the next byte that is neither space nor tab.
  private(set) var firstNonspace = 0
  /// Columns from here to `firstNonspace`.
  private(set) var indent = 0

  /// True where only spaces and tabs follow.
  private(set) var isBlank = false

  /// Four columns or more before the text: indented code, where a block may start.
  var isIndented: Bool { indent >= 4 }

  init(in line: Span<UInt8>, skipping byteCount: Int) {
    offset = min(byteCount, line.count)
    findFirstNonspace(in: line)
  }

  /// Looks ahead from `offset`; to be called after each advance.
  mutating func findFirstNonspace(in line: Span<UInt8>) {
    var index = offset
    var ahead = column
    var toTab = 4 - column % 4
    while index < line.count {
      if line[index] == UInt8(ascii: " ") {
        ahead += 1
        toTab -= 1
        if toTab == 0 { toTab = 4 }
      } else if line[index] == UInt8(ascii: "\t") {
        ahead += toTab
        toTab = 4
      } else {
        break
      }
      index += 1
    }
    firstNonspace = index
    indent = ahead - column
    isBlank = index == line.count
  }

  /// Advances by `count` columns, stopping inside a tab where need be.
  mutating func advance(columns count: Int, in line: Span<UInt8>) {
    var rest = count
    while rest > 0, offset < line.count {
      if line[offset] == UInt8(ascii: "\t") {
        let toTab = 4 - column % 4
        hasPartlyConsumedTab = toTab > rest
        let step = min(rest, toTab)
        column += step
        offset += hasPartlyConsumedTab ? 0 : 1
        rest -= step
      } else {
        hasPartlyConsumedTab = false
        offset += 1
        column += 1
        rest -= 1
      }
    }
    findFirstNonspace(in: line)
  }

  /// Advances to a byte offset at or behind `firstNonspace`.
  mutating func advance(toByte target: Int, in line: Span<UInt8>) {
    if target <= offset { return }
    column += indent
    if target > firstNonspace { column += target - firstNonspace }
    hasPartlyConsumedTab = false
    offset = min(target, line.count)
    findFirstNonspace(in: line)
  }

  /// Takes one space or one column of a tab, where there is one.
  mutating func skipOneBlank(in line: Span<UInt8>) {
    if offset < line.count, line[offset] == UInt8(ascii: " ") || line[offset] == UInt8(ascii: "\t")
    {
      advance(columns: 1, in: line)
    }
  }
}
