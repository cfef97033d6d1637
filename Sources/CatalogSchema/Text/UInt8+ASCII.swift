extension UInt8 {
  /// Space or tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// An ASCII digit.
  var isDigit: Bool { (0x30...0x39).contains(self) }
  /// An ASCII letter.
  var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}

extension Span where Element == UInt8 {
  /// A range without the spaces and tabs at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
