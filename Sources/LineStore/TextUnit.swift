/// What characters of a line are counted in.
public enum TextUnit: Sendable {
  case utf8
  case utf16
  case scalar

  /// Number of units of a line's first bytes.
  ///
  /// - Complexity: O(bytes), eight at a time
  public func count(_ line: Span<UInt8>, upTo byteColumn: Int) -> Int {
    count(line, 0..<min(max(0, byteColumn), line.count))
  }

  /// Number of units of the characters that start in a range of a line.
  ///
  /// - Complexity: O(bytes), eight at a time
  public func count(_ line: Span<UInt8>, _ range: Range<Int>) -> Int {
    if self == .utf8 { return range.count }
    let end = range.upperBound
    var units = 0
    var index = range.lowerBound
    while index + 8 <= end {
      units += count(
        unsafe line.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    while index < end {
      units += count(line[index])
      index += 1
    }
    return units
  }

  /// The byte column of the character that a number of units reaches or is inside of; the line's
  /// length where there are not so many.
  ///
  /// - Complexity: O(bytes), eight at a time
  public func byteColumn(_ line: Span<UInt8>, at unitCount: Int) -> Int {
    var units = 0
    var index = 0
    while index + 8 <= line.count {
      let more = count(
        unsafe line.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      if units + more > unitCount { break }
      units += more
      index += 8
    }
    while index < line.count, units + count(line[index]) <= unitCount {
      units += count(line[index])
      index += 1
    }
    // A word may have ended inside a character whose units go beyond.
    while index > 0, index < line.count, line[index] & 0xC0 == 0x80 { index -= 1 }
    return index
  }

  /// Units of the scalar that starts with a byte; 0 for a byte inside one.
  private func count(_ byte: UInt8) -> Int {
    if self == .utf8 { return 1 }
    if byte & 0xC0 == 0x80 { return 0 }
    return self == .utf16 && byte >= 0xF0 ? 2 : 1
  }

  /// Units of the scalars that start in eight bytes.
  private func count(_ word: UInt64) -> Int {
    if self == .utf8 || word & ByteMask.high == 0 { return 8 }
    let inside = word & ~(word << 1) & ByteMask.high
    let scalars = 8 - inside.nonzeroBitCount
    if self == .scalar { return scalars }
    let four = word & (word << 1) & (word << 2) & (word << 3) & ByteMask.high
    return scalars + four.nonzeroBitCount
  }
}
