/// A line that git writes around the sides of a merge conflict: seven equal characters or more, by
/// its `conflict-marker-size`, then a label after a space or nothing.
struct ConflictMarker: Equatable {
  enum Kind {
    /// `<<<<<<<`, before our side.
    case start
    /// `|||||||`, before the common ancestor.
    case base
    /// `=======`, before their side; also an underline of a heading.
    case separator
    /// `>>>>>>>`, after their side; also the start of seven block quotes.
    case end
  }

  /// git's standard number of characters, and the least that is read.
  static let standardSize = 7

  let kind: Kind
  /// Number of equal characters.
  let size: Int
  /// Whether a text follows them.
  let hasLabel: Bool

  /// Whether it has git's standard number of characters; others count as markers only in a set.
  var isStandard: Bool { size == Self.standardSize }

  /// Reads a line without its ending.
  @inline(__always)
  init?(_ line: Span<UInt8>) {
    guard line.count >= Self.standardSize, line[0] == line[1], line[0] == line[6] else {
      return nil
    }
    switch line[0] {
    case UInt8(ascii: "<"): kind = .start
    case UInt8(ascii: "|"): kind = .base
    case UInt8(ascii: "="): kind = .separator
    case UInt8(ascii: ">"): kind = .end
    default: return nil
    }
    size = Self.size(line)
    hasLabel = size < line.count
    if size < Self.standardSize || hasLabel && line[size] != UInt8(ascii: " ") { return nil }
  }

  private static func size(_ line: Span<UInt8>) -> Int {
    var size = 2
    while size < line.count, line[size] == line[0] { size += 1 }
    return size
  }
}
