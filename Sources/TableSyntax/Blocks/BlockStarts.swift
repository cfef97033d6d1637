/// Tests whether a block starts at a byte of a line (GFM 0.29 §4 and §5).
enum BlockStarts {
  /// An ATX heading (§4.2).
  static func isATXHeading(_ line: Span<UInt8>, at start: Int) -> Bool {
    let end = line.skip(while: { $0 == UInt8(ascii: "#") }, from: start)
    guard (1...6).contains(end - start) else { return false }
    return end == line.count || line[end].isBlank
  }

  /// A setext heading underline (§4.3).
  static func isSetextUnderline(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start < line.count, line[start] == UInt8(ascii: "=") || line[start] == UInt8(ascii: "-")
    else { return false }
    let mark = line[start]
    let end = line.skip(while: { $0 == mark }, from: start)
    return line.skip(while: \.isBlank, from: end) == line.count
  }

  /// A thematic break (§4.1).
  static func isThematicBreak(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start < line.count else { return false }
    let mark = line[start]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "-")
    else { return false }
    var count = 0
    for index in start..<line.count {
      if line[index] == mark {
        count += 1
      } else if !line[index].isBlank {
        return false
      }
    }
    return count >= 3
  }

  /// The length of an opening code fence (§4.5), 0 for none.
  static func openingFenceLength(_ line: Span<UInt8>, at start: Int) -> Int {
    guard start < line.count, line[start] == UInt8(ascii: "`") || line[start] == UInt8(ascii: "~")
    else { return 0 }
    let mark = line[start]
    let end = line.skip(while: { $0 == mark }, from: start)
    if end - start < 3 { return 0 }
    if mark == UInt8(ascii: "`"), line.skip(while: { $0 != mark }, from: end) < line.count {
      return 0
    }
    return end - start
  }

  /// Whether a line closes a fence of `length` marks.
  static func isClosingFence(
    _ line: Span<UInt8>, at start: Int, character: UInt8, length: Int
  ) -> Bool {
    let end = line.skip(while: { $0 == character }, from: start)
    return end - start >= max(3, length) && line.skip(while: \.isBlank, from: end) == line.count
  }

  /// A list marker (§5.2): its length and whether it may interrupt a paragraph; nil for none.
  static func listMarker(_ line: Span<UInt8>, at start: Int) -> (length: Int, interrupts: Bool)? {
    guard start < line.count else { return nil }
    var end = start
    var startsAtOne = true
    switch line[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      end = start + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      end = min(line.skip(while: \.isDigit, from: start), start + 9)
      startsAtOne = isOne(line, start..<end)
      guard end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    default: return nil
    }
    guard end == line.count || line[end].isSpace else { return nil }
    let hasContent = line.skip(while: \.isBlank, from: end) < line.count
    return (end - start, startsAtOne && hasContent)
  }

  private static func isOne(_ line: Span<UInt8>, _ digits: Range<Int>) -> Bool {
    var value = 0
    for index in digits { value = value * 10 + Int(line[index] - UInt8(ascii: "0")) }
    return value == 1
  }
}

extension Span where Element == UInt8 {
  /// The first index from `start` whose byte does not satisfy the condition, or the end.
  func skip(while condition: (UInt8) -> Bool, from start: Int) -> Int {
    var index = start
    while index < count, condition(self[index]) { index += 1 }
    return index
  }

  /// Whether ASCII text stands at an offset, ASCII letters compared without case.
  func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let expected = unsafe text.utf8Start[index]
      if self[start + index].lowercasedASCII != expected.lowercasedASCII { return false }
    }
    return true
  }

  /// Whether ASCII text stands anywhere from an offset on, without case.
  func contains(_ text: StaticString, from start: Int) -> Bool {
    var index = start
    while index + text.utf8CodeUnitCount <= count {
      if hasPrefix(text, at: index) { return true }
      index += 1
    }
    return false
  }
}

extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// White space as cmark-gfm trims it: space, tab, LF, VT, FF, CR.
  var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
