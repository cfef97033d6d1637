/// Finds the delimiter of a text by its first lines.
enum DelimiterSearch {
  /// Lines that are read at most.
  private static let lineCountMax = 5

  /// The dialect's own delimiter if the first line has it, unless only another one splits the first
  /// lines into the same number of fields. Otherwise the one that the first line has most.
  /// A dialect without quotes has no other: its fields may hold all of them.
  ///
  /// - Complexity: O(first lines)
  static func delimiter(of bytes: ContiguousArray<UInt8>, _ standard: Dialect) -> UInt8 {
    if !standard.hasQuotes { return standard.delimiter }
    let counts = counts(in: bytes)
    let first = counts.first ?? [:]
    let found = Dialect.delimiters.filter { first[$0, default: 0] > 0 }
    let even = found.filter { byte in counts.allSatisfy { $0[byte] == first[byte] } }
    let isFound = found.contains(standard.delimiter)
    if isFound, even.contains(standard.delimiter) || even.isEmpty { return standard.delimiter }
    return (even.isEmpty ? found : even).max { first[$0, default: 0] < first[$1, default: 0] }
      ?? standard.delimiter
  }

  /// How often each of the first lines has each candidate outside quotes.
  private static func counts(in bytes: ContiguousArray<UInt8>) -> [[UInt8: Int]] {
    var counts: [[UInt8: Int]] = [[:]]
    var isQuoted = false
    var isBlank = true
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if !isBlank { counts.append([:]) }
        isBlank = true
        if counts.count > lineCountMax { break }
      } else {
        isBlank = false
        if Dialect.delimiters.contains(byte) { counts[counts.count - 1][byte, default: 0] += 1 }
      }
    }
    if isBlank { counts.removeLast() }
    return counts
  }
}
