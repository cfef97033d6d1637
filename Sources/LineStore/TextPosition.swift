/// A place in a text: 0-based line and 0-based UTF-8 byte column inside that line.
public struct TextPosition: Sendable, Hashable, Comparable {
  /// 0-based line.
  public var line: Int
  /// Bytes from the start of the line.
  public var byteColumn: Int

  /// A place from its parts; nothing is checked, `LineText.clamp` does that.
  public init(line: Int, byteColumn: Int) {
    self.line = line
    self.byteColumn = byteColumn
  }

  /// By line, then by column.
  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    left.line != right.line ? left.line < right.line : left.byteColumn < right.byteColumn
  }
}

/// A replacement of a half-open range by new bytes.
public struct TextEdit: Sendable, Equatable {
  /// The first byte replaced.
  public var start: TextPosition
  /// One past the last byte replaced; never before `start` once clamped.
  public var end: TextPosition
  /// The new text, UTF-8.
  public var replacement: [UInt8]

  /// An edit from its parts.
  public init(start: TextPosition, end: TextPosition, replacement: [UInt8]) {
    self.start = start
    self.end = end
    self.replacement = replacement
  }

  /// An edit inside one line.
  public init(line: Int, byteColumns: Range<Int>, replacement: [UInt8]) {
    start = TextPosition(line: line, byteColumn: byteColumns.lowerBound)
    end = TextPosition(line: line, byteColumn: byteColumns.upperBound)
    self.replacement = replacement
  }
}
