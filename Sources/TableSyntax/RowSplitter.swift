/// Splits a row's content at its pipes (GFM 0.29 §4.10), before any inline is parsed.
///
/// A pipe behind a backslash is text, whatever stands before the backslash; that is how cmark-gfm
/// reads `\\|`. A leading pipe opens no cell, and nothing behind a trailing pipe is one.
package enum RowSplitter {
  /// Calls `body` with each cell's byte range between its pipes, blanks included, in order.
  ///
  /// - Complexity: O(line)
  package static func forEachCell(
    _ line: Span<UInt8>, from contentOffset: Int, _ body: (Range<Int>) -> Void
  ) {
    var start = contentOffset
    if start < line.count, line[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.count {
      if line[index] == UInt8(ascii: "|"), !isEscaped(line, index, from: start) {
        body(start..<index)
        start = index + 1
      }
      index += 1
    }
    let rest = line.skip(while: \.isCellBlank, from: start)
    if rest < line.count || start == contentOffset && start < line.count { body(start..<index) }
  }

  /// The first cell between its pipes, nil where there is none.
  package static func firstCell(_ line: Span<UInt8>, from contentOffset: Int) -> Range<Int>? {
    var start = contentOffset
    if start < line.count, line[start] == UInt8(ascii: "|") { start += 1 }
    var index = start
    while index < line.count {
      if line[index] == UInt8(ascii: "|"), !isEscaped(line, index, from: start) { break }
      index += 1
    }
    return index < line.count || hasCell(line, from: contentOffset) ? start..<index : nil
  }

  /// The cells' byte ranges between their pipes, blanks included.
  package static func cells(_ line: Span<UInt8>, from contentOffset: Int) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    forEachCell(line, from: contentOffset) { cells.append($0) }
    return cells
  }

  /// Number of cells.
  package static func cellCount(_ line: Span<UInt8>, from contentOffset: Int) -> Int {
    var count = 0
    forEachCell(line, from: contentOffset) { _ in count += 1 }
    return count
  }

  static func hasCell(_ line: Span<UInt8>, from contentOffset: Int) -> Bool {
    var start = contentOffset
    if start < line.count, line[start] == UInt8(ascii: "|") { start += 1 }
    return line.skip(while: \.isCellBlank, from: start) < line.count
  }

  /// A cell's range without the white space at its ends.
  package static func trimmed(_ cell: Range<Int>, in line: Span<UInt8>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end, line[start].isSpace { start += 1 }
    while end > start, line[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  private static func isEscaped(_ line: Span<UInt8>, _ pipe: Int, from start: Int) -> Bool {
    pipe > start && line[pipe - 1] == UInt8(ascii: "\\")
  }
}

extension UInt8 {
  /// White space that cmark-gfm skips behind a pipe: space, tab, VT, FF.
  var isCellBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }
}
