import TableSyntax

/// The text of a cell and the padding around it: spaces and tabs, nothing else.
struct CellPadding: Sendable {
  /// The cell between its pipes, in bytes of its line.
  let range: Range<Int>
  /// Bytes before the text; all bytes of a blank cell.
  let left: Int
  /// Bytes after the text.
  let right: Int
  /// Display width of the text, which can be 0 where there is text.
  let textWidth: Int
  /// Characters of the text, which its tool may have counted instead.
  let characterCount: Int
  /// Whether there is no text.
  let isBlank: Bool
  /// Whether a tab is next to the text.
  let hasTab: Bool
  /// By which measures the text is too long for its column.
  var outgrows: TextMeasure.Set = []

  /// The padding of any cell.
  init(_ line: Span<UInt8>, _ cell: Range<Int>) {
    let text = line.withoutBlanks(cell)
    range = cell
    isBlank = text.isEmpty
    textWidth = DisplayWidth.of(line, text)
    characterCount = line.characterCount(text)
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    hasTab =
      line.hasTab(cell.lowerBound..<cell.lowerBound + left)
      || line.hasTab(cell.upperBound - right..<cell.upperBound)
  }

  /// The padding of a cell of printable ASCII, whose text is known.
  init(plainCell cell: Range<Int>, text: Range<Int>) {
    range = cell
    isBlank = text.isEmpty
    textWidth = text.count
    characterCount = text.count
    left = text.isEmpty ? cell.count : text.lowerBound - cell.lowerBound
    right = text.isEmpty ? 0 : cell.upperBound - text.upperBound
    hasTab = false
  }

  /// The text; an empty range after the padding of a blank cell.
  var text: Range<Int> { range.lowerBound + left..<range.upperBound - right }

  /// Columns of the text.
  func textWidth(by measure: TextMeasure) -> Int {
    measure == .width ? textWidth : characterCount
  }

  /// Columns of the cell in a line where it starts at a display column, to which its tabs refer.
  func width(by measure: TextMeasure, _ line: Span<UInt8>, from column: Int) -> Int {
    if !hasTab { return left + textWidth(by: measure) + right }
    let start = DisplayWidth.column(
      after: range.lowerBound..<text.lowerBound, of: line, from: column)
    return DisplayWidth.column(
      after: text.upperBound..<range.upperBound, of: line,
      from: start + textWidth(by: measure)) - column
  }

  /// The spaces that a text needs after it: one between a backslash and a pipe.
  func rightMargin(_ margin: Int, _ line: Span<UInt8>) -> Int {
    margin == 0 && !isBlank && line[text.upperBound - 1] == UInt8(ascii: "\\") ? 1 : margin
  }

  /// Whether the text is padded to a display width, a space added on each side.
  func isPadded(to width: Int, _ alignment: ColumnAlignment) -> Bool {
    guard !hasTab, left + textWidth + right == width + 2 else { return false }
    if isBlank { return true }
    switch alignment {
    case .none, .left: return left == 1
    case .right: return right == 1
    case .center: return left == 1 + (width - textWidth) / 2
    }
  }

  /// Whether the cell has one space on each side; a blank one has two.
  var isCompact: Bool {
    !hasTab && (isBlank ? left == 2 : left == 1 && right == 1)
  }
}

/// What pipes are aligned by.
enum TextMeasure: Sendable {
  /// Columns of a terminal.
  case width
  /// Characters, as many editors and scripts count.
  case characters

  /// Some measures.
  struct Set: OptionSet, Sendable {
    let rawValue: UInt8
    static let width = Set(rawValue: 1)
    static let characters = Set(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ measure: TextMeasure) { self = measure == .width ? .width : .characters }
  }
}

extension Row {
  /// The padding around a cell's text.
  func padding(ofCell index: Int, _ line: Span<UInt8>) -> CellPadding {
    let cell = cells[index]
    if cell.marks.contains(.unusual) || !comments.isEmpty { return CellPadding(line, cell.range) }
    return CellPadding(plainCell: cell.range, text: cell.value)
  }
}

extension Span where Element == UInt8 {
  /// Whether a range has a tab.
  func hasTab(_ range: Range<Int>) -> Bool {
    for index in range where self[index] == UInt8(ascii: "\t") { return true }
    return false
  }

  /// Number of characters in a range of UTF-8.
  fileprivate func characterCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where self[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
