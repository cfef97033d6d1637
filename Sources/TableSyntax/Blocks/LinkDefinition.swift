/// Link reference definitions (GFM 0.29 §4.7) that stand in one line.
///
/// A paragraph made of them alone is no heading's text: a line of `=` or `-` under it is the text
/// of a new paragraph. A definition over several lines is not recognised here.
enum LinkDefinition {
  /// Characters of a label, at most.
  private static let labelCountMax = 999

  /// Whether a line, from a byte on, is a definition and nothing else.
  static func isWhole(_ line: Span<UInt8>, from start: Int) -> Bool {
    guard let labelEnd = labelEnd(line, from: start), line.hasPrefix(":", at: labelEnd) else {
      return false
    }
    let destinationStart = line.skip(while: \.isSpace, from: labelEnd + 1)
    guard destinationStart < line.count,
      let destination = LinkTarget.destination(line, from: destinationStart, end: line.count)
    else { return false }
    var index = destination.upperBound
    if line[destinationStart] == UInt8(ascii: "<") {
      index += 1
    } else if destination.isEmpty {
      return false
    }
    let blankEnd = line.skip(while: \.isSpace, from: index)
    if blankEnd == line.count { return true }
    guard blankEnd > index,
      let titleEnd = LinkTarget.titleEnd(line, from: blankEnd, end: line.count)
    else { return false }
    return line.skip(while: \.isSpace, from: titleEnd) == line.count
  }

  /// One past `[label]`.
  private static func labelEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    guard start < line.count, line[start] == UInt8(ascii: "[") else { return nil }
    var index = start + 1
    var hasText = false
    while index < line.count, index - start <= labelCountMax {
      switch line[index] {
      case UInt8(ascii: "]"): return hasText ? index + 1 : nil
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"):
        hasText = true
        index += index + 1 < line.count && line[index + 1].isPunctuation ? 2 : 1
      default:
        if !line[index].isSpace { hasText = true }
        index += 1
      }
    }
    return nil
  }
}
