import LineStore
import TableSyntax

/// One pass over a table: its widths, and which form its rows follow already.
struct TableSurvey {
  /// The widest line that `auto` aligns to when a table follows no form, in display columns.
  static let autoAlignedWidthMax = 120

  /// Display width of each column: its widest cell, and at least 3.
  private(set) var columnWidths: [Int]
  let alignments: [ColumnAlignment]
  private let isDelimiterRowMinimal: Bool
  private var bodyRowCount = 0
  private var compactRowCount = 0
  private var rowsInDelimiterColumnsCount = 0
  private var prefixWidthMax = 0
  private let table: Table
  private let text: LineText

  init(table: Table, in text: LineText) {
    self.table = table
    self.text = text
    columnWidths = Array(repeating: 3, count: table.columnCount)
    let offset = table.contentOffset(ofLine: table.delimiterLine)
    alignments = text.withLine(table.delimiterLine) { line, _ in
      DelimiterRow.alignments(line, from: offset)
    }
    isDelimiterRowMinimal = text.withLine(table.delimiterLine) { line, _ in
      RowSplitter.cells(line, from: offset).allSatisfy { line.withoutBlanks($0).count <= 3 }
    }
    let delimiterPipes = text.withLine(table.delimiterLine) { line, _ in
      Self.pipeColumns(line, from: offset)
    }
    let compact = RowLayout(columnWidths: nil, alignments: alignments)
    text.forEachLine(in: table.lines) { line, bytes, _ in
      measure(line, bytes, compact: compact, delimiterPipes: delimiterPipes)
      return true
    }
  }

  /// Whether the style makes this table aligned.
  func choosesAligned(_ style: TableStyle) -> Bool {
    switch style {
    case .aligned: return true
    case .compact: return false
    case .auto: break
    }
    if equals(RowLayout(columnWidths: columnWidths, alignments: alignments)) { return true }
    if equals(RowLayout(columnWidths: nil, alignments: alignments)) { return false }
    if !isDelimiterRowMinimal, rowsInDelimiterColumnsCount * 2 > bodyRowCount { return true }
    if isDelimiterRowMinimal, compactRowCount * 2 > bodyRowCount { return false }
    return alignedWidth <= Self.autoAlignedWidthMax
  }

  private var alignedWidth: Int {
    prefixWidthMax + columnWidths.reduce(1) { $0 + $1 + 3 }
  }

  private mutating func measure(
    _ line: Int, _ bytes: Span<UInt8>, compact: RowLayout, delimiterPipes: [Int]
  ) {
    if line == table.delimiterLine { return }
    let offset = table.contentOffset(ofLine: line)
    prefixWidthMax = max(prefixWidthMax, DisplayWidth.of(bytes, 0..<min(offset, bytes.count)))
    var column = 0
    RowSplitter.forEachCell(bytes, from: offset) { cell in
      if column < columnWidths.count {
        let width = DisplayWidth.of(bytes, bytes.withoutBlanks(cell))
        columnWidths[column] = max(columnWidths[column], width)
      }
      column += 1
    }
    if line == table.headerLine { return }
    bodyRowCount += 1
    if Self.pipeColumns(bytes, from: offset) == delimiterPipes { rowsInDelimiterColumnsCount += 1 }
    if Self.withoutOuterPipes(compact.row(bytes, from: offset)[...])
      == Self.withoutOuterPipes(Array(copying: bytes)[...])
    {
      compactRowCount += 1
    }
  }

  private func equals(_ layout: RowLayout) -> Bool {
    var isEqual = true
    text.forEachLine(in: table.lines) { line, bytes, _ in
      let offset = table.contentOffset(ofLine: line)
      let form =
        line == table.delimiterLine
        ? layout.delimiterRow(bytes, from: offset) : layout.row(bytes, from: offset)
      isEqual = bytes.equals(form)
      return isEqual
    }
    return isEqual
  }

  /// Display columns of the pipes that part the cells.
  private static func pipeColumns(_ line: Span<UInt8>, from contentOffset: Int) -> [Int] {
    RowSplitter.cells(line, from: contentOffset).map { DisplayWidth.of(line, 0..<$0.lowerBound) }
  }

  private static func withoutOuterPipes(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isOuter: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "|") }
    var part = line
    if let end = part.lastIndex(where: { !isOuter($0) }) { part = part[...end] }
    return part.drop(while: isOuter)
  }
}

extension [UInt8] {
  init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
