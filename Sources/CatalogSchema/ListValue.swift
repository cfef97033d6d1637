/// The items of a list cell.
package enum ListValue {
  /// The ranges between delimiters, without blanks at their ends; empty items are kept.
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, delimiter: UInt8
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = value.lowerBound
    for index in value where line[index] == delimiter {
      items.append(trim(line, start..<index))
      start = index + 1
    }
    items.append(trim(line, start..<value.upperBound))
    return items
  }

  /// The pieces of a value that is no term but falls apart into known terms at `,` `;` `/` `&`
  /// `+` or ` and `; nil where it does not. The fewest pieces win, then the longest first.
  ///
  /// - Complexity: O(separators² × value), for at most 16 separators
  package static func pieces(
    _ line: Span<UInt8>, _ value: Range<Int>, in vocabulary: Vocabulary
  ) -> [Range<Int>]? {
    let separators = separators(line, value)
    guard !separators.isEmpty, separators.count <= 16 else { return nil }
    let starts = [value.lowerBound] + separators.map(\.upperBound)
    let ends = separators.map(\.lowerBound) + [value.upperBound]
    var best: [[Range<Int>]?] = Array(repeating: nil, count: starts.count) + [[]]
    for start in starts.indices.reversed() {
      for end in (start..<ends.count).reversed() {
        let piece = trim(line, starts[start]..<max(starts[start], ends[end]))
        guard let rest = best[end + 1], vocabulary.matchLabel(line, piece).known != nil else {
          continue
        }
        if rest.count + 1 < best[start]?.count ?? .max { best[start] = [piece] + rest }
      }
    }
    guard let pieces = best[0], pieces.count > 1 else { return nil }
    return pieces
  }

  private static func separators(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = value.lowerBound
    while index < value.upperBound {
      switch line[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
        UInt8(ascii: "+"):
        found.append(index..<index + 1)
      case UInt8(ascii: " ") where isWord(line, index, value.upperBound):
        found.append(index..<index + 5)
        index += 3
      default: break
      }
      index += 1
    }
    return found
  }

  private static func isWord(_ line: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 5 <= end else { return false }
    return line[index + 1] | 0x20 == UInt8(ascii: "a")
      && line[index + 2] | 0x20 == UInt8(ascii: "n")
      && line[index + 3] | 0x20 == UInt8(ascii: "d") && line[index + 4] == UInt8(ascii: " ")
  }

  private static func trim(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}
