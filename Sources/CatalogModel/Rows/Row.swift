import LineStore
package import TableSyntax

/// A row of a table as its line has it, read on demand.
///
/// Ranges are bytes of the line.
package struct Row: Sendable {
  /// Byte offset of the row, after indentation and quote or list prefixes.
  package private(set) var contentOffset = 0
  /// The HTML comments of the cells, in order; they are not part of values.
  package private(set) var comments = ContiguousArray<Range<Int>>()
  /// True where a pipe closes the last cell.
  package private(set) var hasClosingPipe = false
  private var split = SplitRow()

  /// The cells; their values are without HTML comments at their ends.
  package var cells: ContiguousArray<RowCell> { split.cells }

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
    if !comments.isEmpty { comments.removeAll(keepingCapacity: true) }
    self.contentOffset = min(contentOffset, line.count)
    RowSplitter.split(line, from: self.contentOffset, into: &split)
    for index in 0..<split.cells.count where split.cells[index].marks.contains(.angle) {
      split.setValue(withoutComments(split.cells[index].value, line), ofCell: index)
    }
    let end = split.cells.last?.range.upperBound ?? line.count
    hasClosingPipe = end < line.count && line[end] == UInt8(ascii: "|")
  }

  /// The number of cells the row really has.
  package var cellCount: Int { split.cells.count }

  /// Whether a pipe is before the first cell.
  func hasOpeningPipe(_ line: Span<UInt8>) -> Bool {
    contentOffset < line.count && line[contentOffset] == UInt8(ascii: "|")
  }

  /// The text that replaces a range, with a pipe if the last cell would be empty: without a pipe
  /// after it there would be no cell.
  func closed(
    _ range: Range<Int>, _ replacement: [UInt8], _ line: Span<UInt8>
  ) -> [UInt8] {
    guard !hasClosingPipe, let last = cells.last?.range, replacement.allSatisfy(\.isBlank) else {
      return replacement
    }
    let content = RowSplitter.trimmed(last, in: line)
    let isAll = range.lowerBound <= content.lowerBound && content.upperBound <= range.upperBound
    return isAll && range.lowerBound >= last.lowerBound ? replacement + [0x7C] : replacement
  }

  /// The comments that begin in a range.
  ///
  /// - Complexity: O(log comments + those in the range)
  func comments(in range: Range<Int>) -> ContiguousArray<Range<Int>>.SubSequence {
    let first = comments.partitioningIndex { $0.lowerBound >= range.lowerBound }
    return comments[first...].prefix { $0.lowerBound < range.upperBound }
  }

  /// A cell's source text: without the white space at its ends.
  package func trimmed(_ cell: RowCell, in line: Span<UInt8>) -> Range<Int> {
    RowSplitter.trimmed(cell.range, in: line)
  }

  /// The index of the cell that holds a byte column, the last for one after the closing pipe.
  package func cellIndex(atByteColumn column: Int) -> Int? {
    guard let first = cells.first?.range, column >= first.lowerBound else { return nil }
    return cells.firstIndex { column <= $0.range.upperBound } ?? cells.count - 1
  }

  /// Notes the comments of a cell and returns its value without those at its ends.
  private mutating func withoutComments(
    _ whole: Range<Int>, _ line: Span<UInt8>
  ) -> Range<Int> {
    guard line.mayHoldComment(in: whole) else { return whole }
    let found = InlineLinks(in: line, whole).comments
    comments += found
    var value = whole
    for comment in found where comment.lowerBound == value.lowerBound {
      value = RowSplitter.trimmed(comment.upperBound..<value.upperBound, in: line)
    }
    for comment in found.reversed()
    where comment.upperBound == value.upperBound && comment.lowerBound >= value.lowerBound {
      value = RowSplitter.trimmed(value.lowerBound..<comment.lowerBound, in: line)
    }
    return value
  }
}
