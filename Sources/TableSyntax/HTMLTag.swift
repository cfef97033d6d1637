/// Finds the end of one HTML tag (GFM 0.29 §6.10); each function takes and returns byte offsets.
enum HTMLTag {
  /// One past the tag whose `<` is before `start`; nil where there is no complete tag.
  static func end(_ line: Span<UInt8>, from start: Int) -> Int? {
    if start < line.count, line[start] == UInt8(ascii: "/") {
      guard let name = nameEnd(line, from: start + 1) else { return nil }
      let close = line.skip(while: \.isSpace, from: name)
      return line.hasPrefix(">", at: close) ? close + 1 : nil
    }
    guard var offset = nameEnd(line, from: start) else { return nil }
    while let next = attributeEnd(line, from: offset) { offset = next }
    offset = line.skip(while: \.isSpace, from: offset)
    if line.hasPrefix("/", at: offset) { offset += 1 }
    return line.hasPrefix(">", at: offset) ? offset + 1 : nil
  }

  private static func nameEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    guard start < line.count, line[start].isLetter else { return nil }
    return line.skip(
      while: { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }, from: start)
  }

  private static func attributeEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    let nameStart = line.skip(while: \.isSpace, from: start)
    guard nameStart > start, nameStart < line.count, startsAttributeName(line[nameStart])
    else { return nil }
    let nameEnd = line.skip(while: continuesAttributeName, from: nameStart)
    let equals = line.skip(while: \.isSpace, from: nameEnd)
    guard line.hasPrefix("=", at: equals) else { return nameEnd }
    let valueStart = line.skip(while: \.isSpace, from: equals + 1)
    return valueEnd(line, from: valueStart) ?? nameEnd
  }

  private static func valueEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    guard start < line.count else { return nil }
    let quote = line[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = line.skip(while: { $0 != quote }, from: start + 1)
      return end < line.count ? end + 1 : nil
    }
    let end = line.skip(while: isUnquoted, from: start)
    return end > start ? end : nil
  }

  private static func startsAttributeName(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func continuesAttributeName(_ byte: UInt8) -> Bool {
    startsAttributeName(byte) || byte.isDigit || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// NUL is allowed: it means U+FFFD.
  private static func isUnquoted(_ byte: UInt8) -> Bool {
    !byte.isSpace && !"\"'=<>`".utf8.contains(byte)
  }
}
