import TableSyntax

/// Where a link leads, as it is written behind its text.
enum LinkDestination {
  /// The address meant: backslash escapes and character references read (GFM 0.29 §6.1, §6.2).
  ///
  /// - Complexity: O(range)
  static func address(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var address: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let reference = CharacterReference(line, at: index, before: range.upperBound) {
        address += Array(String(reference.character).utf8)
        index = reference.end
        continue
      }
      let next = index + 1
      let isEscape =
        line[index] == UInt8(ascii: "\\") && next < range.upperBound && line[next].isPunctuation
      address.append(line[isEscape ? next : index])
      index += isEscape ? 2 : 1
    }
    return address
  }
}
