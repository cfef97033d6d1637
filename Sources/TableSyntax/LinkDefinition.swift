/// A link reference definition (GFM 0.29 §4.7); ranges are bytes of its paragraph's text.
public struct LinkDefinition: Sendable, Equatable {
  /// Between the brackets.
  public let label: Range<Int>
  /// The destination without `<` and `>`.
  public let destination: Range<Int>
  /// Where the next line starts.
  public let end: Int

  /// Reads the definition that starts at the start of a line, nil where none does.
  ///
  /// - Complexity: O(definition)
  public init?(_ text: Span<UInt8>, from start: Int) {
    guard let label = Self.label(text, from: start) else { return nil }
    let opening = text.skip(while: \.isSpace, from: label.upperBound + 2)
    guard let destination = LinkTarget.destination(text, from: opening, end: text.count),
      let end = Self.end(text, after: destination, from: opening)
    else { return nil }
    self.label = label
    self.destination = destination
    self.end = end
  }

  /// The text between brackets that a colon follows.
  private static func label(_ text: Span<UInt8>, from start: Int) -> Range<Int>? {
    guard start < text.count, text[start] == UInt8(ascii: "[") else { return nil }
    var hasText = false
    var index = start + 1
    while index < text.count, index - start <= CmarkLimits.labelByteCountMax {
      switch text[index] {
      case UInt8(ascii: "]"):
        let isLabel = hasText && text.hasPrefix("]:", at: index)
        return isLabel ? start + 1..<index : nil
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      hasText = hasText || index < text.count && !text[index].isSpace
      index += 1
    }
    return nil
  }

  /// Where the line after the definition starts: after its title, or its destination without one.
  private static func end(
    _ text: Span<UInt8>, after destination: Range<Int>, from opening: Int
  ) -> Int? {
    let isInAngles = destination.lowerBound > opening
    let hasLineEnd = destination.contains { text[$0] == 0x0A }
    if isInAngles ? hasLineEnd : destination.isEmpty { return nil }
    let end = destination.upperBound + (isInAngles ? 1 : 0)
    let titleStart = text.skip(while: \.isSpace, from: end)
    if titleStart > end,
      let titleEnd = LinkTarget.titleEnd(text, from: titleStart, end: text.count),
      let next = lineStart(text, after: titleEnd)
    {
      return next
    }
    return lineStart(text, after: end)
  }

  /// The start of the next line, nil if text follows in this one.
  private static func lineStart(_ text: Span<UInt8>, after index: Int) -> Int? {
    let end = text.skip(while: \.isBlank, from: index)
    if end >= text.count { return text.count }
    return text[end] == 0x0A ? end + 1 : nil
  }
}
