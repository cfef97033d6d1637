/// Text folded for comparison.
package enum FoldedText {
  /// A value: case, spaces, `-`, `_` and a final period folded.
  ///
  /// - Complexity: O(range)
  package static func ofValue(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var end = range.upperBound
    if range.count > 1, line[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return fold(line, range.lowerBound..<end)
  }

  /// A value, nil where it is too long to be a label of at most `labelByteCountMax` folded bytes.
  ///
  /// - Complexity: O(labels' bytes + bytes that folding drops)
  static func ofValue(
    _ line: Span<UInt8>, _ range: Range<Int>, labelByteCountMax: Int
  ) -> [UInt8]? {
    // A character of three bytes may have a small letter of one.
    let byteCountMax = labelByteCountMax * 3 + 1
    if range.count > byteCountMax {
      var count = 0
      for index in range where !isDropped(line[index]) {
        count += 1
        if count > byteCountMax { return nil }
      }
    }
    return ofValue(line, range)
  }

  private static func isDropped(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// A header: case, punctuation, spaces and plurals folded, word by word.
  package static func ofHeader(_ header: String) -> String {
    let text = header.lowercased()
    // Bytes take a tenth of the time of characters.
    let words =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text.utf8.split { !($0.isLetter || $0.isDigit) }.map { String(Substring($0)) }
      : text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    // A lone s is the rest of “(s)”.
    return words.filter { $0 != "s" }.map(singular).joined(separator: " ")
  }

  /// A word without its plural ending; a singular that ends with s loses it in all its forms.
  private static func singular(_ word: String) -> String {
    if word.utf8.last != UInt8(ascii: "s") { return word }
    if word.count > 4, word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    for ending in ["sses", "xes", "ches", "shes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    let isPlural = word.count > 2 && !word.hasSuffix("ss")
    return isPlural ? String(word.dropLast()) : word
  }

  /// The range in lower case, without the bytes that folding drops.
  private static func fold(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    var isASCII = true
    for index in range {
      let byte = line[index]
      if isDropped(byte) { continue }
      if byte >= 0x80 { isASCII = false }
      folded.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    return isASCII ? folded : Array(String(decoding: folded, as: UTF8.self).lowercased().utf8)
  }

  /// A range as it is; a broken sequence becomes U+FFFD.
  static func string(_ line: Span<UInt8>, _ range: Range<Int>) -> String {
    let part = line.extracting(range)
    return unsafe part.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// A value outside any line.
  package static func ofValue(_ text: String) -> [UInt8] {
    let bytes = ContiguousArray(text.utf8)
    return ofValue(bytes.span, 0..<bytes.count)
  }
}
