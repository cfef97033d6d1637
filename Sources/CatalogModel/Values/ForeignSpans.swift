import LineStore
import TableSyntax

/// Parts of a cell that other tools read: formulas, and tags of templates.
enum ForeignSpans {
  /// Formulas between dollar signs: no space after the first nor before the last, and no digit
  /// after that.
  static func formulas(_ line: Span<UInt8>, _ content: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var index = content.lowerBound
    while index < content.upperBound {
      index = line.firstIndex(of: UInt8(ascii: "$"), in: index..<content.upperBound)
      guard index < content.upperBound else { break }
      let end = min(content.upperBound, line.skip(while: { $0 == UInt8(ascii: "$") }, from: index))
      let isEscaped = index > content.lowerBound && line[index - 1] == UInt8(ascii: "\\")
      let mayClose =
        index > content.lowerBound && !line[index - 1].isSpace
        && !(end < content.upperBound && line[end].isDigit)
      if !isEscaped {
        if let first = start, mayClose {
          found.append(first..<end)
          start = nil
        } else {
          start = end < content.upperBound && !line[end].isSpace ? index : nil
        }
      }
      index = end
    }
    return found
  }

  /// Tags of Liquid and Jinja (`{{ … }}`, `{% … %}`, `{# … #}`) and comments of MDX (`{/* … */}`).
  ///
  /// - Complexity: O(range)
  static func templateTags(_ line: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    // The closing byte of tags that nothing closes in the rest.
    var missing: Set<UInt8> = []
    while index + 1 < range.upperBound {
      index = line.firstIndex(of: UInt8(ascii: "{"), in: index..<range.upperBound)
      guard index + 1 < range.upperBound else { break }
      guard let mark = tagMark(line[index + 1]), !missing.contains(mark) else {
        index += 1
        continue
      }
      if let end = tagEnd(line, mark, from: index + 2, range.upperBound) {
        found.append(index..<end)
        index = end
      } else {
        missing.insert(mark)
        index += 1
      }
    }
    return found
  }

  /// The byte before the `}` that closes a tag, by the byte after its `{`.
  private static func tagMark(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "/"): byte
    default: nil
    }
  }

  private static func tagEnd(
    _ line: Span<UInt8>, _ mark: UInt8, from start: Int, _ end: Int
  ) -> Int? {
    var index = start
    while index + 1 < end {
      index = line.firstIndex(of: mark, in: index..<end)
      if index + 1 < end, line[index + 1] == UInt8(ascii: "}") { return index + 2 }
      index += 1
    }
    return nil
  }
}
