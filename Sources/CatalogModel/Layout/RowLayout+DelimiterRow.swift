import LineStore
import TableSyntax

/// The delimiter row of a layout.
extension RowLayout {
  /// Writes the delimiter row.
  ///
  /// - Complexity: O(line)
  package func writeDelimiterRow(
    _ line: Span<UInt8>, from contentOffset: Int, to out: inout ContiguousArray<UInt8>
  ) {
    let start = min(contentOffset, line.count)
    writePrefix(line, from: start, to: &out)
    if isOwn {
      writeOwnDelimiterRow(line.extracting(start..<line.count), to: &out)
    } else {
      writeFullDelimiterRow(to: &out)
    }
  }

  private func writeFullDelimiterRow(to out: inout ContiguousArray<UInt8>) {
    out.append(UInt8(ascii: "|"))
    for (column, alignment) in alignments.enumerated() {
      let width = padding == .aligned ? columnWidths[column] : 3 + 2 * margin
      out.appendMarker(alignment, width: width, margin, margin)
      out.append(UInt8(ascii: "|"))
    }
  }

  /// The row with the table's outer pipes and, if the table is aligned, its columns' widths.
  private func writeOwnDelimiterRow(
    _ row: Span<UInt8>, to out: inout ContiguousArray<UInt8>
  ) {
    let cells = RowSplitter.cells(row, from: 0)
    guard let first = cells.first, let last = cells.last else { return }
    let old = OuterPipes(leading: first.lowerBound > 0, trailing: last.upperBound < row.count)
    let margin = row.hasInnerSpace(cells, old) ? 1 : 0
    let alignments = DelimiterRow.alignments(row, cells)
    if outerPipes.leading { out.append(UInt8(ascii: "|")) }
    for (column, cell) in cells.enumerated() {
      if column > 0 { out.append(UInt8(ascii: "|")) }
      let marker = DelimiterRow.marker(row, cell)
      let isClosed = column + 1 < cells.count || outerPipes.trailing
      let isOpened = column == 0 && outerPipes.leading != old.leading
      let isEnded = column + 1 == cells.count && outerPipes.trailing != old.trailing
      // VT or FF before the first marker is no padding without a pipe.
      let hasLeftPipe = column > 0 || outerPipes.leading
      let left = !hasLeftPipe ? 0 : isOpened ? margin : marker.lowerBound - cell.lowerBound
      let right = isEnded ? margin : cell.upperBound - marker.upperBound
      let width = isClosed && column < columnWidths.count ? columnWidths[column] : -1
      let least = Self.markerWidthMin(alignments[column])
      if width >= 0, left + marker.count + right != max(width, least) || row.hasTab(cell) {
        out.appendMarker(alignments[column], width: width, min(left, 1), min(right, 1))
      } else if isOpened || isEnded {
        // A colon after VT or FF counts only where a pipe is before them.
        out.appendMarker(
          alignments[column], width: left + max(least, marker.count) + right, left, right)
      } else {
        out.append(row, cell)
      }
    }
    if outerPipes.trailing { out.append(UInt8(ascii: "|")) }
    if old.trailing, outerPipes.trailing { out.append(row, last.upperBound + 1..<row.count) }
  }

  /// Dashes and colons that an alignment needs.
  fileprivate static func markerWidthMin(_ alignment: ColumnAlignment) -> Int {
    switch alignment {
    case .none: 1
    case .left, .right: 2
    case .center: 3
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a delimiter row has a space between a pipe and a marker.
  fileprivate func hasInnerSpace(_ cells: [Range<Int>], _ pipes: OuterPipes) -> Bool {
    cells.enumerated().contains { column, cell in
      let marker = DelimiterRow.marker(self, cell)
      return marker.lowerBound > cell.lowerBound && (column > 0 || pipes.leading)
        || marker.upperBound < cell.upperBound && (column + 1 < cells.count || pipes.trailing)
    }
  }
}

extension ContiguousArray where Element == UInt8 {
  /// Adds a cell of a delimiter row; its spaces go where they leave no room for the marker.
  fileprivate mutating func appendMarker(
    _ alignment: ColumnAlignment, width: Int, _ left: Int, _ right: Int
  ) {
    let least = RowLayout.markerWidthMin(alignment)
    let hasSpaces = width >= left + least + right
    let count = Swift.max(least, hasSpaces ? width - left - right : width)
    let hasLeftColon = alignment == .left || alignment == .center
    let hasRightColon = alignment == .right || alignment == .center
    if hasSpaces { appendSpaces(left) }
    for index in 0..<count {
      let isColon = index == 0 && hasLeftColon || index == count - 1 && hasRightColon
      append(isColon ? UInt8(ascii: ":") : UInt8(ascii: "-"))
    }
    if hasSpaces { appendSpaces(right) }
  }
}
