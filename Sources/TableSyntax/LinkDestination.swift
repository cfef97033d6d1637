/// The destination of a link as it is written (GFM 0.29 §6.6).
package enum LinkDestination {
  /// The URL: backslash escapes and character references resolved (GFM 0.29 §6.1, §6.2).
  ///
  /// - Complexity: O(range)
  package static func url(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var url: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let reference = CharacterReference(line, at: index, before: range.upperBound) {
        url += Array(String(reference.character).utf8)
        index = reference.end
        continue
      }
      let next = index + 1
      let isEscape =
        line[index] == UInt8(ascii: "\\") && next < range.upperBound && line[next].isPunctuation
      url.append(line[isEscape ? next : index])
      index += isEscape ? 2 : 1
    }
    return url
  }
}
