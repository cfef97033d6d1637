import CatalogModel
import TableSyntax

/// The part of a line that a report shows: all of a short line, the surroundings of a place in a
/// long one. Reads only the bytes that are shown.
struct SourceWindow {
  /// The most display columns shown, without the ellipses.
  static let columnsMax = 100
  /// Display columns shown before the place, at least.
  private static let leadColumns = 20
  /// Bytes shown on each side of the place, at most about: not all scalars have a width.
  private static let byteCountMax = 8 * columnsMax

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
    let after = Self.end(line, from: start).columns
    let lead = max(Self.leadColumns, Self.columnsMax - after)
    let first = Self.start(line, before: start, columns: lead)
    let last = Self.end(line, from: first).index
    let before = (first > 0 ? "…" : "") + Self.shown(line, first..<min(start, last))
    let place = Self.shown(line, min(start, last)..<min(end, last))
    let rest = Self.shown(line, min(end, last)..<last)
    caretColumn = Self.width(before)
    caretCount = max(1, Self.width(place))
    text = before + place + rest + (last < line.count ? "…" : "")
  }

  /// The end of what is shown from a byte on, and its display columns.
  private static func end(_ line: Span<UInt8>, from start: Int) -> (index: Int, columns: Int) {
    var (index, columns) = (start, 0)
    while index < line.count {
      let (width, length) = width(line, at: index)
      if columns + width > columnsMax || index - start >= byteCountMax { break }
      columns += width
      index += length
    }
    return (index, columns)
  }

  /// The start of the window with `columns` columns before a byte.
  private static func start(_ line: Span<UInt8>, before end: Int, columns: Int) -> Int {
    var left = columns
    var index = end
    while index > 0 {
      var previous = index - 1
      while previous > 0, line[previous] & 0xC0 == 0x80 { previous -= 1 }
      left -= width(line, at: previous).columns
      if left < 0 || end - previous > byteCountMax { break }
      index = previous
    }
    return index
  }

  /// Display columns of a scalar as it is shown, and its number of bytes in the line.
  private static func width(_ line: Span<UInt8>, at index: Int) -> (columns: Int, length: Int) {
    if (0x20..<0x7F).contains(line[index]) { return (1, 1) }
    let (_, length) = DisplayWidth.decode(line, at: index, end: line.count)
    return (width(shown(line, index..<index + length)), length)
  }

  /// A part of the line as text that is safe to show on a terminal.
  private static func shown(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    TerminalText.shown(line.string(range))
  }

  private static func width(_ text: String) -> Int {
    DisplayWidth.of(ContiguousArray(text.utf8).span)
  }
}
