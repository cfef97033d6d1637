public import LineStore

extension Span where Element == UInt8 {
  /// The first byte, nil where the span is empty.
  var first: UInt8? { isEmpty ? nil : self[0] }

  /// Whether no byte is above 127.
  public var isASCII: Bool {
    var index = 0
    while index + 8 <= count {
      if word(at: index) & 0x8080_8080_8080_8080 != 0 { return false }
      index += 8
    }
    return lastWord(from: index) & 0x8080_8080_8080_8080 == 0
  }

  /// Eight bytes from an offset, which must exist.
  @inlinable @inline(__always)
  public func word(at offset: Int) -> UInt64 {
    unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// The fewer than eight bytes from an offset to the end as a word, filled up with spaces.
  @inlinable @inline(__always)
  public func lastWord(from start: Int) -> UInt64 {
    let rest = UInt64(truncatingIfNeeded: count - start)
    if rest == 0 { return 0x2020_2020_2020_2020 }
    if count >= 8 {
      return word(at: count - 8) &>> (64 - rest * 8) | 0x2020_2020_2020_2020 &<< (rest * 8)
    }
    return onlyWord(from: start)
  }

  @usableFromInline
  func onlyWord(from start: Int) -> UInt64 {
    var word: UInt64 = 0x2020_2020_2020_2020
    var shift: UInt64 = 0
    for index in start..<count {
      word = word & ~(0xFF &<< shift) | UInt64(self[index]) &<< shift
      shift += 8
    }
    return word
  }

  /// The first index of a range whose byte has its high bit in the mask of its word, or the range's
  /// end. Eight bytes at a time: a byte at a time took six times as long.
  @inlinable @inline(__always)
  public func firstIndex(in range: Range<Int>, where mask: (UInt64) -> UInt64) -> Int {
    var index = range.lowerBound
    while index < range.upperBound {
      let found = mask(index + 8 <= count ? word(at: index) : lastWord(from: index))
      if found != 0 { return Swift.min(range.upperBound, index + ByteMask.firstByte(found)) }
      index += 8
    }
    return range.upperBound
  }

  /// The first index of a range that has a byte, which is no space, or the range's end.
  @inlinable @inline(__always)
  public func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int {
    firstIndex(in: range) { ByteMask.equal($0, byte) }
  }

  /// The first index from `start` whose byte does not satisfy the condition, or the end.
  public func skip(while condition: (UInt8) -> Bool, from start: Int) -> Int {
    var index = start
    while index < count, condition(self[index]) { index += 1 }
    return index
  }

  /// Whether a pipe is at an offset.
  @inline(__always)
  func hasPipe(at offset: Int) -> Bool {
    offset >= 0 && offset < count && self[offset] == UInt8(ascii: "|")
  }

  /// Whether ASCII text is at an offset, compared without case.
  @inlinable @inline(__always)
  public func hasPrefix(_ text: StaticString, at start: Int) -> Bool {
    guard start >= 0, start + text.utf8CodeUnitCount <= count else { return false }
    for index in 0..<text.utf8CodeUnitCount {
      let expected = unsafe text.utf8Start[index]
      if self[start + index].lowercasedASCII != expected.lowercasedASCII { return false }
    }
    return true
  }

  /// Whether ASCII text is anywhere from an offset on, compared without case.
  public func contains(_ text: StaticString, from start: Int) -> Bool {
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
  public var isBlank: Bool { self == 0x20 || self == 0x09 }
  /// White space in HTML tags and between the parts of a link: space, tab, LF, VT, FF, CR.
  public var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  /// An ASCII digit.
  public var isDigit: Bool { (0x30...0x39).contains(self) }
  /// An ASCII letter.
  public var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// An ASCII capital as its small letter, anything else as it is.
  @inlinable public var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// ASCII punctuation (GFM 0.29 §2.1), which a backslash escapes.
  public var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self)
      || (0x5B...0x60).contains(self) || (0x7B...0x7E).contains(self)
  }
}
