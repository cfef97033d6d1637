import TableSyntax

/// The label of a link reference definition (GFM 0.29 §4.7), as links refer to it.
enum DefinitionLabel {
  /// Bytes beyond which no label is looked for.
  private static let byteCountMax = 4_000
  /// Distinguishes labels from other texts that are compared by their fingerprints.
  private static let seed: UInt64 = 0x6C61_6265_6C

  /// The key of the label that a paragraph's line may define; 0 where it begins with none.
  ///
  /// A line in the middle of a paragraph defines nothing: only whole paragraphs tell.
  static func definedKey(_ line: Span<UInt8>, from start: Int) -> UInt64 {
    guard line.hasPrefix("[", at: start) else { return 0 }
    var index = start + 1
    while index < line.count, index - start <= byteCountMax {
      switch line[index] {
      case UInt8(ascii: "\\"): index += 2
      case UInt8(ascii: "["): return 0
      case UInt8(ascii: "]"):
        return line.hasPrefix("]:", at: index) ? key(line, start + 1..<index) : 0
      default: index += 1
      }
    }
    return 0
  }

  /// Whether a link's destination may be a label: it is no path, no anchor and no file.
  static func mayBe(_ line: Span<UInt8>, _ destination: Range<Int>) -> Bool {
    !destination.isEmpty && !destination.contains { "/.#?@".utf8.contains(line[$0]) }
  }

  /// The key of a label: case folded, white space as one space.
  static func key(_ line: Span<UInt8>, _ label: Range<Int>) -> UInt64 {
    if label.count > byteCountMax { return 0 }
    var folded = ContiguousArray<UInt8>()
    for index in label {
      let isSpace = line[index].isSpace
      if isSpace, folded.isEmpty || folded.last == 0x20 { continue }
      folded.append(isSpace ? 0x20 : line[index].lowercasedASCII)
    }
    if folded.last == 0x20 { folded.removeLast() }
    if folded.isEmpty { return 0 }
    if !folded.span.isASCII {
      folded = ContiguousArray(String(decoding: folded, as: UTF8.self).lowercased().utf8)
    }
    return Fingerprint.ofBytes(folded.span, 0..<folded.count, seed: seed)
  }
}
