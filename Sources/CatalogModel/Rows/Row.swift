import LineStore
import TableSyntax

/// A row of a table as its line has it: a view made on demand, never kept.
///
/// Ranges are bytes of the line. Invariant: one value for each cell.
package struct Row: Sendable {
  /// Byte offset where the row starts behind indentation and quote or list prefixes.
  package private(set) var contentOffset = 0
  /// Each cell's value: without white space and HTML comments at its ends.
  package private(set) var values = ContiguousArray<Range<Int>>()
  /// The HTML comments at the cells' ends, which are no part of a value.
  package private(set) var comments = ContiguousArray<Range<Int>>()
  /// True where a pipe closes the last cell.
  package private(set) var hasClosingPipe = false
  private var split = SplitRow()

  /// Each cell between its pipes, blanks included.
  package var cells: ContiguousArray<Range<Int>> { split.cells }
  /// What each cell holds that needs a second look.
  var marks: ContiguousArray<CellMarks> { split.marks }

  /// A row without cells, to be filled by `read`.
  package init() {}

  /// A line's row.
  ///
  /// - Complexity: O(line)
  package init(_ line: Span<UInt8>, from contentOffset: Int) {
    read(line, from: contentOffset)
  }

  /// Reads another line in the memory of the last.
  package mutating func read(_ line: Span<UInt8>, from contentOffset: Int) {
    split.removeAll()
    values.removeAll(keepingCapacity: true)
    comments.removeAll(keepingCapacity: true)
    self.contentOffset = min(contentOffset, line.count)
    RowSplitter.split(line, from: self.contentOffset, into: &split)
    for index in 0..<split.cells.count {
      let value = RowSplitter.trimmed(split.cells[index], in: line)
      values.append(split.marks[index].contains(.angle) ? withoutComments(value, line) : value)
    }
    let end = split.cells.last?.upperBound ?? line.count
    hasClosingPipe = end < line.count && line[end] == UInt8(ascii: "|")
  }

  /// The number of cells the row really has.
  package var cellCount: Int { split.cells.count }

  /// Whether a pipe stands before the first cell.
  func hasOpeningPipe(_ line: Span<UInt8>) -> Bool {
    contentOffset < line.count && line[contentOffset] == UInt8(ascii: "|")
  }

  /// A cell's source text: without the white space at its ends.
  package func trimmed(_ cell: Range<Int>, in line: Span<UInt8>) -> Range<Int> {
    RowSplitter.trimmed(cell, in: line)
  }

  /// The index of the cell that holds a byte column: the last for one behind the closing pipe.
  package func cellIndex(atByteColumn column: Int) -> Int? {
    guard let first = cells.first, column >= first.lowerBound else { return nil }
    return cells.firstIndex { column <= $0.upperBound } ?? cells.count - 1
  }

  private mutating func withoutComments(
    _ whole: Range<Int>, _ line: Span<UInt8>
  ) -> Range<Int> {
    var value = whole
    while value.count >= 7 {
      if line.hasPrefix("<!--", at: value.lowerBound),
        let end = Self.commentEnd(line, from: value.lowerBound, to: value.upperBound)
      {
        comments.append(value.lowerBound..<end)
        value = RowSplitter.trimmed(end..<value.upperBound, in: line)
      } else if let start = Self.trailingCommentStart(line, value) {
        comments.append(start..<value.upperBound)
        value = RowSplitter.trimmed(value.lowerBound..<start, in: line)
      } else {
        break
      }
    }
    return value
  }

  private static func commentEnd(_ line: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start + 4
    while index + 3 <= end {
      if line.hasPrefix("-->", at: index) { return index + 3 }
      index += 1
    }
    return nil
  }

  /// Where the comment starts that a value ends with.
  private static func trailingCommentStart(_ line: Span<UInt8>, _ value: Range<Int>) -> Int? {
    guard line.hasPrefix("-->", at: value.upperBound - 3) else { return nil }
    var index = value.upperBound - 7
    while index > value.lowerBound {
      if line.hasPrefix("<!--", at: index) {
        return commentEnd(line, from: index, to: value.upperBound) == value.upperBound
          ? index : nil
      }
      index -= 1
    }
    return nil
  }
}
