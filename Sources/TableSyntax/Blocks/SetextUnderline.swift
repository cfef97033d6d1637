/// The line below a paragraph that makes a heading of it (GFM 0.29 §4.3).
public enum SetextUnderline {
  /// The level of the heading; nil for a line that is no underline.
  public static func level(_ line: Span<UInt8>, _ text: Range<Int>) -> Int? {
    guard BlockStarts.isSetextUnderline(line, at: text.lowerBound) else { return nil }
    return line[text.lowerBound] == UInt8(ascii: "=") ? 1 : 2
  }
}
