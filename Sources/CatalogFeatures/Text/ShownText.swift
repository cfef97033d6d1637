import CatalogModel
import TableSyntax

/// Text as it is shown: cut to a length, with “…” at the cut.
enum ShownText {
  /// The most bytes of one character in UTF-8.
  private static let scalarByteCountMax = 4

  /// The start of a text, in Unicode scalars.
  ///
  /// - Complexity: O(length)
  static func cut(_ text: String, to lengthMax: Int) -> String {
    if text.utf8.count <= lengthMax { return text }
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: lengthMax, limitedBy: scalars.endIndex)
    guard let end, end < scalars.endIndex else { return text }
    return String(scalars[..<end]) + "…"
  }

  /// The start of UTF-8 bytes; a broken sequence becomes U+FFFD.
  ///
  /// - Complexity: O(length)
  static func cut(_ bytes: [UInt8], to lengthMax: Int) -> String {
    let byteCountMax = (lengthMax + 1) * scalarByteCountMax
    if bytes.count <= byteCountMax {
      return cut(String(decoding: bytes, as: UTF8.self), to: lengthMax)
    }
    return cut(String(decoding: bytes.prefix(byteCountMax), as: UTF8.self), to: lengthMax)
  }

  /// The start of a range of a line as it is written.
  ///
  /// - Complexity: O(length)
  static func source(_ line: Span<UInt8>, _ range: Range<Int>, to lengthMax: Int) -> String {
    cut(line.string(start(line, of: range, lengthMax)), to: lengthMax)
  }

  /// The start of a range of a line without its markup.
  ///
  /// - Complexity: O(length)
  static func plain(_ line: Span<UInt8>, _ range: Range<Int>, to lengthMax: Int) -> String {
    let start = start(line, of: range, lengthMax)
    let text = cut(PlainText.string(line, start), to: lengthMax)
    return start == range || text.hasSuffix("…") ? text : text + "…"
  }

  /// As much of a range as may be shown, and one character more, so that the cut is noticed.
  private static func start(
    _ line: Span<UInt8>, of range: Range<Int>, _ lengthMax: Int
  ) -> Range<Int> {
    let byteCountMax = (lengthMax + 1) * scalarByteCountMax
    guard range.count > byteCountMax else { return range }
    var end = range.lowerBound + byteCountMax
    while end > range.lowerBound, line[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
