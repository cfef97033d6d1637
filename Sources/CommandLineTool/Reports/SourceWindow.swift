import TableSyntax

/// What is shown of a line: all of a short one, of a long one what surrounds a place.
///
/// Only the bytes that are shown are looked at, however long the line is.
struct SourceWindow {
  /// Display columns that are shown, at most; the marks of what is left out come on top.
  static let columnsMax = 100
  /// Display columns shown before the place, at least.
  private static let leadColumns = 20

  /// What is shown.
  let text: String
  /// Display columns before the caret.
  let caretColumn: Int
  /// Display columns of the place, at least 1.
  let caretCount: Int

  /// The window around a place, in bytes of the line.
  init(_ line: Span<UInt8>, _ start: Int, _ end: Int) {
    let start = min(max(0, start), line.count)
    let end = min(max(start, end), line.count)
    let behind = Self.columns(line, from: start, upTo: Self.columnsMax)
    let room = max(Self.leadColumns, Self.columnsMax - behind)
    var index = Self.start(line, before: start, columns: room)
    var shown = ShownText()
    if index > 0 { shown.append(0x2026) }
    var columnsLeft = Self.columnsMax
    var startOffset: Int?
    var endOffset: Int?
    while index < line.count {
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: line.count)
      columnsLeft -= ShownText.width(scalar)
      if columnsLeft < 0 { break }
      if index >= start, startOffset == nil { startOffset = shown.bytes.count }
      if index >= end, endOffset == nil { endOffset = shown.bytes.count }
      shown.append(scalar)
      index += length
    }
    let place = (startOffset ?? shown.bytes.count)..<(endOffset ?? shown.bytes.count)
    caretColumn = DisplayWidth.of(shown.bytes.span, 0..<place.lowerBound)
    caretCount = max(1, DisplayWidth.of(shown.bytes.span, place))
    if index < line.count { shown.append(0x2026) }
    text = String(decoding: shown.bytes, as: UTF8.self)
  }

  /// Display columns from a byte to the line's end, as far as they matter.
  private static func columns(_ line: Span<UInt8>, from start: Int, upTo most: Int) -> Int {
    var columns = 0
    var index = start
    while index < line.count, columns < most {
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: line.count)
      columns += ShownText.width(scalar)
      index += length
    }
    return columns
  }

  /// Where the window starts that shows so many columns before a byte.
  private static func start(_ line: Span<UInt8>, before end: Int, columns: Int) -> Int {
    var left = columns
    var index = end
    while index > 0 {
      var previous = index - 1
      while previous > 0, line[previous] & 0xC0 == 0x80 { previous -= 1 }
      left -= ShownText.width(DisplayWidth.decode(line, at: previous, end: line.count).0)
      if left < 0 { break }
      index = previous
    }
    return index
  }
}

/// Text as a terminal may be given it, scalar by scalar.
private struct ShownText {
  private(set) var bytes = ContiguousArray<UInt8>()

  mutating func append(_ scalar: UInt32) {
    if Self.isPlain(scalar) {
      bytes.append(UInt8(truncatingIfNeeded: scalar))
    } else {
      bytes.append(contentsOf: Self.visible(scalar).utf8)
    }
  }

  /// Display columns of one scalar by itself.
  static func width(_ scalar: UInt32) -> Int {
    if isPlain(scalar) { return 1 }
    let bytes = ContiguousArray(visible(scalar).utf8)
    return DisplayWidth.of(bytes.span)
  }

  private static func isPlain(_ scalar: UInt32) -> Bool { (0x20..<0x7F).contains(scalar) }

  private static func visible(_ scalar: UInt32) -> String {
    var text = ""
    TerminalText.append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &text)
    return text
  }
}
