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
    var (before, place, rest) = (index > 0 ? "…" : "", "", "")
    var columnsLeft = Self.columnsMax
    while index < line.count {
      let (shown, length) = Self.shown(line, at: index)
      columnsLeft -= Self.width(shown)
      if columnsLeft < 0 { break }
      if index < start {
        before += shown
      } else if index < end {
        place += shown
      } else {
        rest += shown
      }
      index += length
    }
    caretColumn = Self.width(before)
    caretCount = max(1, Self.width(place))
    text = before + place + rest + (index < line.count ? "…" : "")
  }

  /// Display columns from a byte to the line's end, at most about `most`.
  private static func columns(_ line: Span<UInt8>, from start: Int, upTo most: Int) -> Int {
    var columns = 0
    var index = start
    while index < line.count, columns < most {
      let (shown, length) = shown(line, at: index)
      columns += width(shown)
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
      left -= width(shown(line, at: previous).text)
      if left < 0 { break }
      index = previous
    }
    return index
  }

  /// A scalar as text that is safe to show on a terminal, and its number of bytes in the line.
  private static func shown(_ line: Span<UInt8>, at index: Int) -> (text: String, length: Int) {
    let (value, length) = DisplayWidth.decode(line, at: index, end: line.count)
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    return (TerminalText.escape(scalar) ?? String(scalar), length)
  }

  /// Display columns of a shown text; nearly all are one ASCII character.
  private static func width(_ text: String) -> Int {
    text.utf8.count == 1 ? 1 : DisplayWidth.of(ContiguousArray(text.utf8).span)
  }
}
