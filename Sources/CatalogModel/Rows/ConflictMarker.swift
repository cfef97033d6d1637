/// A line that git writes around the sides of a merge conflict: seven equal characters, then a
/// label after a space or nothing.
enum ConflictMarker {
  /// `<<<<<<<`, before our side.
  case start
  /// `|||||||`, before the common ancestor.
  case base
  /// `=======`, before their side; also an underline of a heading.
  case separator
  /// `>>>>>>>`, after their side; also the start of seven block quotes.
  case end

  /// Reads a line without its ending.
  @inline(__always)
  init?(_ line: Span<UInt8>) {
    guard line.count >= 7, line[0] == line[1], line[0] == line[6] else { return nil }
    switch line[0] {
    case UInt8(ascii: "<"): self = .start
    case UInt8(ascii: "|"): self = .base
    case UInt8(ascii: "="): self = .separator
    case UInt8(ascii: ">"): self = .end
    default: return nil
    }
    guard (2..<6).allSatisfy({ line[$0] == line[0] }),
      line.count == 7 || line[7] == UInt8(ascii: " ")
    else { return nil }
  }
}
