import LineStore

/// The name of a character reference without its ampersand, as in `nbsp;`.
public enum LooseReference {
  /// Names that no word of a text is before a semicolon.
  private static let names: [StaticString] = [
    "nbsp", "ensp", "emsp", "thinsp", "quot", "ndash", "mdash", "hellip",
  ]

  /// Those of some semicolons, given as the high bits of the bytes of a word, that end such a name.
  static func ends(_ semicolons: UInt64, at index: Int, in line: Span<UInt8>) -> UInt64 {
    var rest = semicolons
    var found = 0 as UInt64
    while rest != 0 {
      if start(line, semicolon: index + ByteMask.firstByte(rest)) != nil {
        found |= rest & (0 &- rest)
      }
      rest &= rest &- 1
    }
    return found
  }

  /// Where the name before a semicolon begins.
  public static func start(_ line: Span<UInt8>, semicolon: Int) -> Int? {
    for name in names {
      let start = semicolon - name.utf8CodeUnitCount
      guard line.hasPrefix(name, at: start) else { continue }
      let isOpen = start == 0 || !(line[start - 1].isLetter || "&#".utf8.contains(line[start - 1]))
      return isOpen ? start : nil
    }
    return nil
  }

  /// One past a name at a place that a semicolon should follow.
  public static func end(_ line: Span<UInt8>, from start: Int) -> Int? {
    for name in names where line.hasPrefix(name, at: start) {
      return start + name.utf8CodeUnitCount
    }
    return nil
  }
}
