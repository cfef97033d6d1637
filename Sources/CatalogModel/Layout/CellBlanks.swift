import TableSyntax

/// The blanks around a cell's text.
struct CellBlanks {
  let left: Int
  let right: Int
  /// Display width of the text.
  let textWidth: Int
  let isOnlySpaces: Bool

  /// The blanks of any cell.
  init(_ line: Span<UInt8>, _ cell: Range<Int>) {
    let text = line.withoutBlanks(cell)
    textWidth = DisplayWidth.of(line, text)
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    var hasTab = false
    for index in cell.lowerBound..<cell.lowerBound + left where line[index] != 0x20 {
      hasTab = true
    }
    for index in cell.upperBound - right..<cell.upperBound where line[index] != 0x20 {
      hasTab = true
    }
    isOnlySpaces = !hasTab
  }

  /// The blanks of a cell of printable ASCII, whose text is known.
  init(plainCell cell: Range<Int>, text: Range<Int>) {
    textWidth = text.count
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    isOnlySpaces = true
  }

  /// The text, between the blanks of its cell; empty behind them where there is none.
  func text(of cell: Range<Int>) -> Range<Int> {
    cell.lowerBound + left..<cell.upperBound - right
  }

  /// Display width of the cell with its blanks.
  var totalWidth: Int { textWidth + left + right }
  var isBlank: Bool { textWidth == 0 }
  var isCompact: Bool { isOnlySpaces && (isBlank ? left == 2 : left == 1 && right == 1) }

  func isPadded(to width: Int, _ alignment: ColumnAlignment) -> Bool {
    guard isOnlySpaces, width >= textWidth, totalWidth == width + 2 else { return false }
    if isBlank { return true }
    switch alignment {
    case .none, .left: return left == 1
    case .right: return right == 1
    case .center: return left == 1 + (width - textWidth) / 2
    }
  }
}
