/// The separators between the pieces of an item.
enum Separators {
  /// The separators of an item outside brackets, quotes, code and URLs, in order.
  static func find(
    _ line: Span<UInt8>, _ item: Range<Int>, mayBeginWithAnd: Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = item.lowerBound
    if mayBeginWithAnd, isAnd(line, index, item.upperBound) {
      found.append(index..<index + 4)
      index += 4
    }
    var groups: ArraySlice<Range<Int>>?
    while index < item.upperBound {
      if isSign(line[index]) || line[index] == 0x20 {
        var rest = groups ?? ListGroups(line, item).ranges[...]
        while let group = rest.first, group.upperBound <= index { rest.removeFirst() }
        groups = rest
        if let group = rest.first, group.contains(index) {
          index = group.upperBound
          continue
        }
      }
      if isSign(line[index]) {
        found.append(index..<index + 1)
      } else if line[index] == 0x20, isAnd(line, index + 1, item.upperBound) {
        found.append(index..<index + 5)
        index += 3
      }
      index += 1
    }
    return found
  }

  static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "+")
  }

  /// Whether *and* with a space is at a place.
  private static func isAnd(_ line: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 4 <= end else { return false }
    return line[index] | 0x20 == UInt8(ascii: "a") && line[index + 1] | 0x20 == UInt8(ascii: "n")
      && line[index + 2] | 0x20 == UInt8(ascii: "d") && line[index + 3] == 0x20
  }
}
