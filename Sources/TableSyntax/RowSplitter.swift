import LineStore

/// The special bytes that a cell holds; a cell without marks is plain text.
public struct CellMarks: OptionSet, Sendable {
  /// One bit for each kind of byte.
  public let rawValue: UInt8

  /// Marks from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `[`, `]`, `\`, or a URL that is perhaps part of a broken link: perhaps a link or an escape.
  public static let bracket = CellMarks(rawValue: 1)
  /// `<`: perhaps HTML or a comment.
  public static let angle = CellMarks(rawValue: 2)
  /// A control character, tab included, DEL, or a byte that is no ASCII.
  public static let unusual = CellMarks(rawValue: 4)
  /// A backtick, `*`, `~`, `&` or the end of a character reference without it: perhaps markup.
  public static let markup = CellMarks(rawValue: 8)
}

/// A cell of a row, in bytes of its line.
public struct RowCell: Sendable {
  /// Between its pipes, padding included.
  public let range: Range<Int>
  /// Its value: without white space at its ends, or what a caller has set.
  public internal(set) var value: Range<Int>
  /// The special bytes in it.
  public let marks: CellMarks
}

/// The cells of a row, in order.
public struct SplitRow: Sendable {
  /// The cells.
  public private(set) var cells: ContiguousArray<RowCell> = []

  /// No cells.
  public init() {}

  /// Removes all cells and keeps their memory.
  public mutating func removeAll() { cells.removeAll(keepingCapacity: true) }

  /// Reserves memory for the cells of most rows, so that it does not grow cell by cell.
  fileprivate mutating func reserveMemory() {
    if cells.capacity == 0 { cells.reserveCapacity(8) }
  }

  /// Sets the value of a cell.
  public mutating func setValue(_ value: Range<Int>, ofCell cell: Int) {
    cells[cell].value = value
  }

  @inline(__always)
  fileprivate mutating func append(
    _ cell: Range<Int>, _ marks: CellMarks, in line: Span<UInt8>
  ) {
    cells.append(
      RowCell(range: cell, value: RowSplitter.trimmed(cell, in: line), marks: marks))
  }
}

/// Splits a row's content at its pipes (GFM 0.29 §4.10), before any inline is parsed.
///
/// A pipe after a backslash is text, whatever is before the backslash; that is how cmark-gfm reads
/// `\\|`. A leading pipe opens no cell, nor does a trailing one.
public enum RowSplitter {
  /// Adds the cells of a line to a row.
  ///
  /// Eight bytes at a time: a byte at a time took four times as long.
  ///
  /// - Complexity: O(line)
  public static func split(
    _ line: Span<UInt8>, from contentOffset: Int, into row: inout SplitRow
  ) {
    row.reserveMemory()
    var splitter = Splitting(line, from: contentOffset)
    var index = splitter.start
    while index + 8 <= line.count {
      let word = line.word(at: index)
      splitter.take(word, at: index, line, into: &row)
      index += 8
    }
    if index < line.count {
      splitter.take(line.lastWord(from: index), at: index, line, into: &row)
    }
    splitter.finish(line, from: contentOffset, into: &row)
  }

  /// The cells' byte ranges between their pipes, padding included.
  public static func cells(_ line: Span<UInt8>, from contentOffset: Int) -> [Range<Int>] {
    var row = SplitRow()
    split(line, from: contentOffset, into: &row)
    return row.cells.map(\.range)
  }

  /// Number of cells.
  ///
  /// - Complexity: O(line), eight bytes at a time
  public static func cellCount(_ line: Span<UInt8>, from contentOffset: Int) -> Int {
    var rest = contentOffset + (line.hasPipe(at: contentOffset) ? 1 : 0)
    var count = 0
    var index = rest
    // The high bit of the first byte of a word, where a backslash precedes it.
    var carry = 0 as UInt64
    while index < line.count {
      let word = index + 8 <= line.count ? line.word(at: index) : line.lastWord(from: index)
      let backslashes = ByteMask.equal(word, UInt8(ascii: "\\"))
      let pipes = ByteMask.equal(word, UInt8(ascii: "|")) & ~(backslashes &<< 8 | carry)
      carry = (backslashes &>> 63) &<< 7
      count += pipes.nonzeroBitCount
      if pipes != 0 { rest = index + ByteMask.lastByte(pipes) + 1 }
      index += 8
    }
    return count + (hasCell(line, at: rest, followsPipe: rest > contentOffset) ? 1 : 0)
  }

  /// The first cell between its pipes, nil where the row has no cell.
  public static func firstCell(_ line: Span<UInt8>, from contentOffset: Int) -> Range<Int>? {
    let start = line.hasPipe(at: contentOffset) ? contentOffset + 1 : contentOffset
    var index = start
    while index < line.count {
      if line[index] == UInt8(ascii: "|"), !isEscaped(line, index, from: start) { break }
      index += 1
    }
    return index < line.count || hasCell(line, from: contentOffset) ? start..<index : nil
  }

  /// Whether there is a cell.
  static func hasCell(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    let hasOpeningPipe = line.hasPipe(at: contentOffset)
    return hasCell(
      line, at: hasOpeningPipe ? contentOffset + 1 : contentOffset, followsPipe: hasOpeningPipe)
  }

  /// Whether the end of a line, from a pipe or its content's start on, is a cell.
  fileprivate static func hasCell(
    _ line: Span<UInt8>, at start: Int, followsPipe: Bool
  ) -> Bool {
    followsPipe
      ? line.skip(while: \.isCellBlank, from: start) < line.count : start < line.count
  }

  /// Whether a line is a row: no row has more than `CmarkLimits.cellCountMax` cells.
  ///
  /// - Complexity: O(1), O(line) for the longest lines
  @inline(__always)
  static func isRow(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    if line.count > CmarkLimits.cellCountMax, isOversized(line, from: contentOffset) {
      return false
    }
    return hasCell(line, from: contentOffset)
  }

  private static func isOversized(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    cellCount(line, from: contentOffset) > CmarkLimits.cellCountMax
  }

  /// Whether a row starts with white space instead of a pipe: a pipe before it would swallow that.
  public static func startsWithBlank(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    contentOffset < line.count && line[contentOffset].isCellBlank
  }

  /// A cell's range without the white space at its ends: VT and FF are white space after a pipe
  /// only, and text anywhere else.
  public static func trimmed(_ cell: Range<Int>, in line: Span<UInt8>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    let followsPipe = start > 0 && line[start - 1] == UInt8(ascii: "|")
    while start < end, line[start].isBlank || followsPipe && line[start].isCellBlank { start += 1 }
    while end > start, line[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  fileprivate static func isEscaped(_ line: Span<UInt8>, _ pipe: Int, from start: Int) -> Bool {
    pipe > start && line[pipe - 1] == UInt8(ascii: "\\")
  }
}

/// A row being split: where the cell under way starts, and its marks so far.
private struct Splitting {
  var start: Int
  private var marks: CellMarks = []

  init(_ line: Span<UInt8>, from contentOffset: Int) {
    start = line.hasPipe(at: contentOffset) ? contentOffset + 1 : contentOffset
  }

  @inline(__always)
  mutating func take(
    _ word: UInt64, at index: Int, _ line: Span<UInt8>,
    into row: inout SplitRow
  ) {
    // `:` and `;` are 0x3A and 0x3B.
    let ends = ByteMask.equal(word & 0xFEFE_FEFE_FEFE_FEFE, 0x3A)
    let openings = ByteMask.equal(word, UInt8(ascii: "["))
    var markup = ByteMask.markup(word)
    if ends | openings | markup == 0, !ByteMask.mayHoldMark(word) { return }
    let colons = ends & ~(word &<< 7)
    let doubtful = colons == 0 ? 0 : DoubtfulURL.colons(colons, at: index, in: line)
    let semicolons = ends & ~colons
    if semicolons != 0 { markup |= LooseReference.ends(semicolons, at: index, in: line) }
    // `\` and `]` are 0x5C and 0x5D.
    let brackets = ByteMask.equal(word & 0xFEFE_FEFE_FEFE_FEFE, 0x5C) | openings | doubtful
    let angles = ByteMask.equal(word, UInt8(ascii: "<"))
    let unusual = ByteMask.unusual(word)
    var pipes = ByteMask.equal(word, UInt8(ascii: "|"))
    var rest = ~0 as UInt64
    while pipes != 0 {
      let byte = ByteMask.firstByte(pipes)
      let pipe = index + byte
      pipes &= pipes &- 1
      if RowSplitter.isEscaped(line, pipe, from: start) { continue }
      let before = rest & ((1 &<< UInt64(byte * 8)) &- 1)
      mark(brackets & before, angles & before, unusual & before, markup & before)
      row.append(start..<pipe, marks, in: line)
      marks = []
      start = pipe + 1
      rest = byte == 7 ? 0 : ~0 &<< UInt64(byte * 8 + 8)
    }
    mark(brackets & rest, angles & rest, unusual & rest, markup & rest)
  }

  @inline(__always)
  private mutating func mark(
    _ brackets: UInt64, _ angles: UInt64, _ unusual: UInt64, _ markup: UInt64
  ) {
    if brackets | angles | unusual | markup == 0 { return }
    if brackets != 0 { marks.insert(.bracket) }
    if angles != 0 { marks.insert(.angle) }
    if unusual != 0 { marks.insert(.unusual) }
    if markup != 0 { marks.insert(.markup) }
  }

  /// The text after the last pipe is a cell unless it is blank.
  func finish(
    _ line: Span<UInt8>, from contentOffset: Int, into row: inout SplitRow
  ) {
    if RowSplitter.hasCell(line, at: start, followsPipe: start > contentOffset) {
      row.append(start..<line.count, marks, in: line)
    }
  }
}

extension ByteMask {
  /// Whether a word may hold a pipe or what a cell is marked for; one with `=` or `}` may, too.
  @inline(__always)
  fileprivate static func mayHoldMark(_ word: UInt64) -> Bool {
    // `<`, `\`, `]` and `|` end in 11100 or 11101, as only two other printable characters do.
    unusual(word) | zero(word & 0x1E1E_1E1E_1E1E_1E1E ^ 0x1C1C_1C1C_1C1C_1C1C) != 0
  }

  /// The backticks, `*`, `~` and `&`.
  @inline(__always)
  fileprivate static func markup(_ word: UInt64) -> UInt64 {
    equal(word, UInt8(ascii: "`")) | equal(word, UInt8(ascii: "*"))
      | equal(word, UInt8(ascii: "~")) | equal(word, UInt8(ascii: "&"))
  }
}

extension UInt8 {
  /// White space that cmark-gfm skips after a pipe: space, tab, VT, FF.
  var isCellBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}
