extension Span where Element == UInt8 {
  /// The first index from `start` whose byte does not satisfy the condition, or the end.
  package func skip(while condition: (UInt8) -> Bool, from start: Int) -> Int {
    var index = start
    while index < count, condition(self[index]) { index += 1 }
    return index
  }

  /// Whether ASCII text stands at an offset, ASCII letters compared without case.
  package func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let expected = unsafe text.utf8Start[index]
      if self[start + index].lowercasedASCII != expected.lowercasedASCII { return false }
    }
    return true
  }

  /// Whether ASCII text stands anywhere from an offset on, without case.
  package func contains(_ text: StaticString, from start: Int) -> Bool {
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
  package var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// White space as cmark-gfm trims it: space, tab, LF, VT, FF, CR.
  package var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// An ASCII digit.
  package var isDigit: Bool { (0x30...0x39).contains(self) }
  /// An ASCII letter.
  package var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// An ASCII capital as its small letter, anything else as it is.
  package var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// ASCII punctuation (GFM 0.29 §2.1), which a backslash escapes.
  package var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self)
      || (0x5B...0x60).contains(self) || (0x7B...0x7E).contains(self)
  }
}
