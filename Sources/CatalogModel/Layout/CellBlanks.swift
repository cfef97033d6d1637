import TableSyntax

/// The padding around a cell's text: spaces and tabs, nothing else.
struct CellBlanks {
  /// Bytes before the text; all bytes of a blank cell.
  let left: Int
  /// Bytes after the text.
  let right: Int
  /// Display width of the text, which can be 0 where there is text.
  let textWidth: Int
  /// Whether there is no text.
  let isBlank: Bool
  private let hasTabOnLeft: Bool
  private let hasTabOnRight: Bool

  /// The padding of any cell.
  init(_ line: Span<UInt8>, _ cell: Range<Int>) {
    let text = line.withoutBlanks(cell)
    textWidth = DisplayWidth.of(line, text)
    isBlank = text.isEmpty
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    hasTabOnLeft = line.hasTab(cell.lowerBound..<cell.lowerBound + left)
    hasTabOnRight = line.hasTab(cell.upperBound - right..<cell.upperBound)
  }

  /// The padding of a cell of printable ASCII, whose text is known.
  init(plainCell cell: Range<Int>, text: Range<Int>) {
    textWidth = text.count
    isBlank = text.isEmpty
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    hasTabOnLeft = false
    hasTabOnRight = false
  }

  /// The text of a cell; an empty range after the padding of a blank cell.
  func text(of cell: Range<Int>) -> Range<Int> {
    cell.lowerBound + left..<cell.upperBound - right
  }

  private var isOnlySpaces: Bool { !hasTabOnLeft && !hasTabOnRight }
  private var hasOneSpaceOnLeft: Bool { left == 1 && !hasTabOnLeft }
  private var hasOneSpaceOnRight: Bool { right == 1 && !hasTabOnRight }

  /// Whether the cell is its own compact form.
  var isCompact: Bool {
    isBlank ? left == 2 && isOnlySpaces : hasOneSpaceOnLeft && hasOneSpaceOnRight
  }

  /// Whether it is, apart from outer pipes and trailing spaces: the outer sides of a row's first
  /// and last text do not count. A blank cell has no text that ends the row, so its pipe counts.
  func isCompactInside(isFirst: Bool, isLast: Bool) -> Bool {
    if isBlank { return isCompact }
    return (isFirst || hasOneSpaceOnLeft) && (isLast || hasOneSpaceOnRight)
  }

  /// Whether the text is padded to a display width, a space added on each side.
  func isPadded(to width: Int, _ alignment: ColumnAlignment) -> Bool {
    guard isOnlySpaces, left + textWidth + right == width + 2 else { return false }
    if isBlank { return true }
    switch alignment {
    case .none, .left: return left == 1
    case .right: return right == 1
    case .center: return left == 1 + (width - textWidth) / 2
    }
  }

  /// The display column after the cell, which starts at a display column.
  func column(behind cell: Range<Int>, of line: Span<UInt8>, from column: Int) -> Int {
    if isOnlySpaces { return column + left + textWidth + right }
    let start = DisplayWidth.column(
      behind: cell.lowerBound..<cell.lowerBound + left, of: line, from: column)
    return DisplayWidth.column(
      behind: cell.upperBound - right..<cell.upperBound, of: line, from: start + textWidth)
  }
}

extension Span where Element == UInt8 {
  fileprivate func hasTab(_ range: Range<Int>) -> Bool {
    for index in range where self[index] == UInt8(ascii: "\t") { return true }
    return false
  }
}
