import TableSyntax

/// The part of a line that a report shows: all of a short line, the surroundings of a place in a
/// long one. Reads only the bytes that are shown.
struct SourceWindow {
  /// The most display columns shown, without the ellipses.
  static let columnsMax = 100
  /// Display columns shown before the place, at least.
  private static let leadColumns = 20

  /// The shown text.
  let text: String
  /// Display columns before the caret.
  let caretColumn: Int
  /// Display columns of the place, at least 1.
  let caretCount: Int

  /// The window around a place, in bytes of the line.
  init(_ line: Span<UInt8>, _ start: Int, _ end: Int) {
    let start = min(max(0, start), line.count)
    let end = min(max(start, end), line.count)
    let after = Self.columns(line, from: start, upTo: Self.columnsMax)
    let lead = max(Self.leadColumns, Self.columnsMax - after)
    var index = Self.start(line, before: start, columns: lead)
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

  /// Display columns from a byte to the line's end, at most about `most`.
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

  /// The start of the window with `columns` columns before a byte.
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

/// Text that is safe to show on a terminal, built scalar by scalar.
private struct ShownText {
  private(set) var bytes = ContiguousArray<UInt8>()

  mutating func append(_ scalar: UInt32) {
    bytes.append(contentsOf: Self.visible(scalar).utf8)
  }

  /// Display columns of one scalar by itself.
  static func width(_ scalar: UInt32) -> Int {
    let bytes = ContiguousArray(visible(scalar).utf8)
    return DisplayWidth.of(bytes.span)
  }

  private static func visible(_ scalar: UInt32) -> String {
    var text = ""
    TerminalText.append(Unicode.Scalar(scalar) ?? "\u{FFFD}", to: &text)
    return text
  }
}
