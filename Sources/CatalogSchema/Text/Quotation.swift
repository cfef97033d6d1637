/// Quotes text of a document or a configuration in messages: short, and without characters that a
/// terminal or an editor interprets.
package enum Quotation {
  /// Characters of a quoted text, at most.
  package static let characterCountMax = 80
  /// Bytes that are read: enough for the characters that are quoted.
  private static let byteCountMax = characterCountMax * 4

  /// A text, shortened.
  ///
  /// - Complexity: O(1)
  package static func of(_ text: String) -> String {
    var text = text
    let isCut = text.utf8.count > byteCountMax
    if isCut { text = String(decoding: text.utf8.prefix(byteCountMax), as: UTF8.self) }
    return shown(text, isCut: isCut)
  }

  /// A range of a line, shortened; a broken sequence becomes U+FFFD.
  ///
  /// - Complexity: O(1)
  package static func of(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<line.count)
    let isCut = range.count > byteCountMax
    let end = isCut ? range.lowerBound + byteCountMax : range.upperBound
    return shown(FoldedText.string(line, range.lowerBound..<end), isCut: isCut)
  }

  private static func shown(_ text: String, isCut: Bool) -> String {
    var shown = text
    if isCut || text.count > characterCountMax {
      var start = text.prefix(characterCountMax - 1)
      // Half a character, where the bytes were cut.
      if start.last == "\u{FFFD}" { start.removeLast() }
      shown = start + "…"
    }
    if !shown.unicodeScalars.contains(where: isObeyed) { return shown }
    var scalars = String.UnicodeScalarView()
    for scalar in shown.unicodeScalars { scalars.append(isObeyed(scalar) ? "\u{FFFD}" : scalar) }
    return String(scalars)
  }

  /// Control characters, line separators and direction marks.
  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
