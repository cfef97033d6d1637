/// Tests whether a block starts at a byte of a line (GFM 0.29 §4 and §5).
enum BlockStarts {
  /// An ATX heading (§4.2).
  static func isATXHeading(_ line: Span<UInt8>, at start: Int) -> Bool {
    let end = line.skip(while: { $0 == UInt8(ascii: "#") }, from: start)
    guard (1...6).contains(end - start) else { return false }
    return end == line.count || line[end].isBlank
  }

  /// A setext heading underline (§4.3).
  static func isSetextUnderline(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start < line.count, line[start] == UInt8(ascii: "=") || line[start] == UInt8(ascii: "-")
    else { return false }
    let mark = line[start]
    let end = line.skip(while: { $0 == mark }, from: start)
    return line.skip(while: \.isBlank, from: end) == line.count
  }

  /// A thematic break (§4.1).
  static func isThematicBreak(_ line: Span<UInt8>, at start: Int) -> Bool {
    guard start < line.count else { return false }
    let mark = line[start]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") || mark == UInt8(ascii: "-")
    else { return false }
    var count = 0
    for index in start..<line.count {
      if line[index] == mark {
        count += 1
      } else if !line[index].isBlank {
        return false
      }
    }
    return count >= 3
  }

  /// The length of an opening code fence (§4.5), 0 for none.
  static func openingFenceLength(_ line: Span<UInt8>, at start: Int) -> Int {
    guard start < line.count, line[start] == UInt8(ascii: "`") || line[start] == UInt8(ascii: "~")
    else { return 0 }
    let mark = line[start]
    let end = line.skip(while: { $0 == mark }, from: start)
    if end - start < 3 { return 0 }
    if mark == UInt8(ascii: "`"), line.skip(while: { $0 != mark }, from: end) < line.count {
      return 0
    }
    return min(end - start, CmarkLimits.fenceLengthMax)
  }

  /// Whether a line closes a fence of `length` marks.
  static func isClosingFence(
    _ line: Span<UInt8>, at start: Int, character: UInt8, length: Int
  ) -> Bool {
    let end = line.skip(while: { $0 == character }, from: start)
    return end - start >= max(3, length) && line.skip(while: \.isBlank, from: end) == line.count
  }

  /// The length of the start of a footnote definition, `[^label]:` and the spaces after it, 0 for
  /// none (`scan_footnote_definition` of cmark-gfm).
  static func footnoteMarkerLength(_ line: Span<UInt8>, at start: Int) -> Int {
    guard line.hasPrefix("[^", at: start) else { return 0 }
    let end = line.skip(while: { $0 != UInt8(ascii: "]") && !$0.isBlank }, from: start + 2)
    guard end > start + 2, line.hasPrefix("]:", at: end) else { return 0 }
    return line.skip(while: \.isBlank, from: end + 2) - start
  }

  /// A list marker (§5.2): its length and whether it may interrupt a paragraph; nil for none.
  static func listMarker(_ line: Span<UInt8>, at start: Int) -> (length: Int, interrupts: Bool)? {
    guard start < line.count else { return nil }
    var end = start
    var startsAtOne = true
    switch line[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      end = start + 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      end = min(line.skip(while: \.isDigit, from: start), start + 9)
      startsAtOne = (start..<end).reduce(0) { $0 * 10 + Int(line[$1] - UInt8(ascii: "0")) } == 1
      guard end < line.count, line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")")
      else { return nil }
      end += 1
    default: return nil
    }
    guard end == line.count || line[end].isBlank else { return nil }
    let hasContent = line.skip(while: \.isBlank, from: end) < line.count
    return (end - start, startsAtOne && hasContent)
  }

  /// One past the task list marker of a line, `- [ ] `, whatever is before its list (GFM 0.29
  /// §5.3); nil where the line starts otherwise.
  ///
  /// This is the pattern of cmark-gfm, which takes any character after a number as its delimiter.
  static func taskMarkerEnd(_ line: Span<UInt8>) -> Int? {
    let start = line.skip(while: \.isCellBlank, from: 0)
    guard start < line.count else { return nil }
    let digitsEnd = line.skip(while: \.isDigit, from: start)
    if digitsEnd > start {
      // Where no character is left, the last digit is the delimiter.
      let blankCount = line.skip(while: \.isCellBlank, from: digitsEnd) - digitsEnd
      if blankCount > 1 || blankCount == 1 && digitsEnd - start > 1 {
        return taskBoxEnd(line, from: digitsEnd)
      }
      let end = line.skip(while: { $0 & 0xC0 == 0x80 }, from: digitsEnd + 1)
      return blankCount == 0 ? taskBoxEnd(line, from: end) : nil
    }
    guard [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*")].contains(line[start]) else {
      return nil
    }
    return taskBoxEnd(line, from: start + 1)
  }

  /// One past `[ ]` or `[x]` with white space on both sides.
  private static func taskBoxEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    let box = line.skip(while: \.isCellBlank, from: start)
    guard box > start, line.hasPrefix("[ ]", at: box) || line.hasPrefix("[x]", at: box) else {
      return nil
    }
    let end = line.skip(while: \.isCellBlank, from: box + 3)
    return end > box + 3 ? end : nil
  }
}
