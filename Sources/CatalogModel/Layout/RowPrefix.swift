/// What is before a row's content: quote markers and spaces.
extension Span where Element == UInt8 {
  /// Whether a prefix differs from another in the spaces at its end alone.
  func isShifted(from other: [UInt8]) -> Bool {
    if isEmpty, other.isEmpty { return false }
    let length = lengthWithoutSpaces
    return length == other.span.lengthWithoutSpaces && !equals(other)
      && extracting(0..<length).equals(other.span.extracting(0..<length))
  }

  private var lengthWithoutSpaces: Int {
    var end = count
    while end > 0, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end
  }
}
