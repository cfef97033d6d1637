/// A heading that begins with number signs (GFM 0.29 §4.2).
public struct ATXHeading: Sendable, Equatable {
  /// 1 for the highest.
  public let level: Int
  /// The text without its closing number signs, possibly empty.
  public let content: Range<Int>

  /// The heading that a line is within a range without spaces at its ends; nil for another line.
  public init?(_ line: Span<UInt8>, _ text: Range<Int>) {
    guard BlockStarts.isATXHeading(line, at: text.lowerBound) else { return nil }
    let isMark: (UInt8) -> Bool = { $0 == UInt8(ascii: "#") }
    let start = line.skip(while: isMark, from: text.lowerBound)
    level = start - text.lowerBound
    var content = RowSplitter.trimmed(min(start, text.upperBound)..<text.upperBound, in: line)
    var end = content.upperBound
    while end > content.lowerBound, isMark(line[end - 1]) { end -= 1 }
    // Number signs close a heading after a space alone.
    if end == content.lowerBound || line[end - 1].isBlank { content = content.lowerBound..<end }
    self.content = RowSplitter.trimmed(content, in: line)
  }
}
