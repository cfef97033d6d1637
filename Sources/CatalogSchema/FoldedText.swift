/// Text folded for comparison.
package enum FoldedText {
  /// A value: case, spaces, `-`, `_` and a final period folded.
  ///
  /// - Complexity: O(range)
  package static func ofValue(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var end = range.upperBound
    if range.count > 1, line[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return fold(line, range.lowerBound..<end) { byte in
      byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }

  /// A header: case, punctuation, spaces and a plural's `s` folded, word by word.
  package static func ofHeader(_ header: String) -> String {
    var words: [String] = []
    var word = ""
    func close() {
      if word.count > 3, word.last == "s", !word.hasSuffix("ss") { word.removeLast() }
      if !word.isEmpty, word != "s" { words.append(word) }
      word = ""
    }
    for character in header.lowercased() {
      if character.isLetter || character.isNumber { word.append(character) } else { close() }
    }
    close()
    return words.joined(separator: " ")
  }

  /// Small letters, without the bytes to drop.
  private static func fold(
    _ line: Span<UInt8>, _ range: Range<Int>, dropping isDropped: (UInt8) -> Bool
  ) -> [UInt8] {
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

  /// A value that stands in no line.
  package static func ofValue(_ text: String) -> [UInt8] {
    let bytes = ContiguousArray(text.utf8)
    return ofValue(bytes.span, 0..<bytes.count)
  }
}
