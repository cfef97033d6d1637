import LineStore
import TableSyntax

/// The layout that a table's rows are given.
package struct RowLayout: Sendable, Equatable {
  /// What is around the texts of cells.
  package enum Padding: Sendable {
    /// Nothing: `|a|b|`.
    case tight
    /// One space on each side.
    case compact
    /// Spaces up to the column's width.
    case aligned
  }

  package let padding: Padding
  package let outerPipes: OuterPipes
  /// Where texts are in aligned columns; `none` past the end.
  let alignments: [ColumnAlignment]
  /// Columns of each aligned cell between its pipes; -1 for one that no pipe closes.
  var columnWidths: [Int] = []
  /// Spaces between a pipe and a text that needs no more.
  let margin: Int
  /// What widths are measured by.
  var measure = TextMeasure.width
  /// Whether it is the table's own, so that cells that fit keep their bytes.
  var isOwn = false
  /// What rows have before their content, if they can.
  var prefix: [UInt8]?

  /// The same layout for a row whose cells have no padding of their own yet.
  package var forNewRows: RowLayout {
    var layout = self
    layout.isOwn = false
    return layout
  }

  /// Writes a header or body row; the cells' texts stay as they are.
  ///
  /// - Complexity: O(line)
  package func write(_ row: Row, _ line: Span<UInt8>, to out: inout ContiguousArray<UInt8>) {
    if row.staysAsItIs(line, columnCount: columnCount)
      || !outerPipes.leading && row.beginsBlockIfPadded(line)
    {
      return out.append(line, 0..<line.count)
    }
    writePrefix(line, from: row.contentOffset, to: &out)
    let old = OuterPipes(row, line)
    let pipes = outerPipes.wanted(by: row, line)
    if pipes.leading { out.append(UInt8(ascii: "|")) }
    for index in 0..<row.cellCount {
      if index > 0 { out.append(UInt8(ascii: "|")) }
      let place = CellPlace(
        column: index, hasLeftPipe: index > 0 || pipes.leading,
        hasRightPipe: index + 1 < row.cellCount || pipes.trailing,
        hadSamePipes: (index > 0 || pipes.leading == old.leading)
          && (index + 1 < row.cellCount || pipes.trailing == old.trailing))
      write(row.padding(ofCell: index, line), place, line, to: &out)
    }
    if pipes.trailing { out.append(UInt8(ascii: "|")) }
  }

  /// The line before a row's content: the header's, if the row could take it.
  func writePrefix(
    _ line: Span<UInt8>, from contentOffset: Int, to out: inout ContiguousArray<UInt8>
  ) {
    let own = line.extracting(0..<contentOffset)
    if let prefix, own.isShifted(from: prefix) {
      out.append(contentsOf: prefix)
    } else {
      out.append(own, 0..<contentOffset)
    }
  }

  /// A cell's place in its row.
  private struct CellPlace {
    let column: Int
    let hasLeftPipe: Bool
    let hasRightPipe: Bool
    let hadSamePipes: Bool
  }

  private func write(
    _ cell: CellPadding, _ place: CellPlace, _ line: Span<UInt8>,
    to out: inout ContiguousArray<UInt8>
  ) {
    let width = width(of: cell, place)
    if isOwn, place.hadSamePipes, keeps(cell, width: width) {
      return out.append(line, cell.range)
    }
    let left = place.hasLeftPipe ? margin : 0
    let right = place.hasRightPipe ? cell.rightMargin(margin, line) : 0
    if cell.isBlank { return out.appendSpaces(width ?? (left + right)) }
    let space = max(0, (width ?? 0) - left - cell.textWidth(by: measure) - right)
    // Spaces before the first text of a row without a pipe would be indentation.
    let spaceOnLeft = place.hasLeftPipe ? spaceOnLeft(of: space, place.column) : 0
    out.appendSpaces(left + spaceOnLeft)
    out.append(line, cell.text)
    out.appendSpaces(right + space - spaceOnLeft)
  }

  /// The width of a cell of an aligned column, nil for any other.
  private func width(of cell: CellPadding, _ place: CellPlace) -> Int? {
    guard place.hasRightPipe, place.column < columnWidths.count,
      columnWidths[place.column] >= 0
    else { return nil }
    // A pipe that the row needs takes a column that other rows have for the text.
    let hasOwnPipe = place.column == 0 && place.hasLeftPipe && !outerPipes.leading
    return max(0, columnWidths[place.column] - (hasOwnPipe ? 1 : 0))
  }

  private func keeps(_ cell: CellPadding, width: Int?) -> Bool {
    if cell.hasTab { return false }
    if let width { return cell.left + cell.textWidth(by: measure) + cell.right == width }
    return padding != .aligned && cell.isBlank && cell.left <= 2
  }

  private func spaceOnLeft(of space: Int, _ column: Int) -> Int {
    switch column < alignments.count ? alignments[column] : .none {
    case .none, .left: 0
    case .right: space
    case .center: space / 2
    }
  }

  private var columnCount: Int { padding == .aligned ? columnWidths.count : alignments.count }
}

extension Span where Element == UInt8 {
  /// A range without the spaces and tabs at its ends; nothing else is ever taken from a cell.
  package func withoutBlanks(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }

  /// Whether the bytes are these.
  package func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  /// Whether the bytes are these.
  func equals(_ bytes: [UInt8]) -> Bool { equals(bytes.span) }
}

extension ContiguousArray where Element == UInt8 {
  mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    let part = bytes.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Most padding is one copy from memory.
  private static let spaces = ContiguousArray(repeating: UInt8(ascii: " "), count: 512)

  mutating func appendSpaces(_ count: Int) {
    if count == 1 { return append(UInt8(ascii: " ")) }
    var left = count
    while left > 0 {
      let part = Swift.min(left, Self.spaces.count)
      append(Self.spaces.span, 0..<part)
      left -= part
    }
  }
}
