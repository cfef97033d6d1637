import LineStore

/// Terminal columns of a text: East Asian wide 2, combining 0, an emoji sequence 2.
public enum DisplayWidth {
  /// Columns from one tab stop to the next (GFM 0.29 §2.2).
  static let tabStop = 4

  /// The display width of UTF-8 text, in columns.
  ///
  /// - Complexity: O(bytes)
  public static func of(_ text: Span<UInt8>) -> Int {
    of(text, 0..<text.count)
  }

  /// The display width of a part of UTF-8 text, in columns; a control character has one.
  public static func of(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var measure = WidthMeasure()
    var index = range.lowerBound
    while true {
      let end = text.firstIndex(in: index..<range.upperBound) { $0 & ByteMask.high }
      if end > index { measure.addASCII(end - index, last: text[end - 1]) }
      index = end
      if index == range.upperBound { return measure.width }
      while index < range.upperBound, text[index] >= 0x80 {
        let (scalar, length) = decode(text, at: index, end: range.upperBound)
        measure.add(scalar)
        index += length
      }
    }
  }

  /// The display column after a part of a line that starts at a display column: a tab reaches to
  /// the next tab stop (GFM 0.29 §2.2).
  public static func column(
    behind range: Range<Int>, of line: Span<UInt8>, from column: Int
  ) -> Int {
    var column = column
    var start = range.lowerBound
    for index in range where line[index] == UInt8(ascii: "\t") {
      column += of(line, start..<index)
      column += tabStop - column % tabStop
      start = index + 1
    }
    return column + of(line, start..<range.upperBound)
  }

  /// One scalar and its length in bytes; a broken sequence reads as U+FFFD, one byte long.
  public static func decode(_ text: Span<UInt8>, at index: Int, end: Int) -> (UInt32, Int) {
    let lead = text[index]
    if lead < 0x80 { return (UInt32(truncatingIfNeeded: lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(truncatingIfNeeded: lead) & (0x7F >> UInt32(truncatingIfNeeded: length))
    for next in 1..<length {
      scalar = scalar << 6 | UInt32(truncatingIfNeeded: text[index + next] & 0x3F)
    }
    return (scalar, length)
  }
}

/// Adds up the widths of scalars and joins emoji sequences (UTS #51 §1.4).
private struct WidthMeasure {
  private(set) var width = 0
  /// Columns of the last scalar that has a width, with its modifiers.
  private var baseWidth = 0
  private var last = Last.other

  /// What the last scalar can join with.
  private enum Last {
    case other
    /// The base itself: a digit, `#` or `*`.
    case keycapBase
    /// An emoji or its modifier.
    case emoji
    /// U+200D after an emoji.
    case joiner
    /// The first half of a flag.
    case halfFlag
  }

  /// Adds ASCII characters.
  mutating func addASCII(_ count: Int, last byte: UInt8) {
    last = Self.kind(of: UInt32(truncatingIfNeeded: byte))
    width += count
    baseWidth = 1
  }

  mutating func add(_ scalar: UInt32) {
    // Ideographs, kana and Hangul syllables join with nothing; with the searches in ranges they
    // took five times as long.
    if (0x4E00...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
      || (0x30A0...0x30FF).contains(scalar) || (0x3041...0x3096).contains(scalar)
    {
      last = .other
      width += 2
      baseWidth = 2
      return
    }
    switch (scalar, last) {
    case (0xFE0F, .emoji), (0xFE0F, .keycapBase), (0x1F3FB...0x1F3FF, .emoji):
      widenBase()
      last = .emoji
    case (0x200D, .emoji):
      last = .joiner
    case (0x1F1E6...0x1F1FF, .halfFlag):
      last = .other
    case (_, .joiner) where DisplayWidthRanges.pictographic.contain(scalar):
      widenBase()
      last = .emoji
    default:
      addAlone(scalar)
    }
  }

  private mutating func addAlone(_ scalar: UInt32) {
    last = Self.kind(of: scalar)
    let own = Self.width(of: scalar)
    if own == 0 { return }
    width += own
    baseWidth = own
  }

  /// Gives the base the two columns of an emoji.
  private mutating func widenBase() {
    width += max(0, 2 - baseWidth)
    baseWidth = 2
  }

  private static func kind(of scalar: UInt32) -> Last {
    switch scalar {
    case 0x23, 0x2A, 0x30...0x39: .keycapBase
    case ..<0xA9: .other
    case 0x1F1E6...0x1F1FF: .halfFlag
    default: DisplayWidthRanges.pictographic.contain(scalar) ? .emoji : .other
    }
  }

  private static func width(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    if DisplayWidthRanges.zero.contain(scalar) { return 0 }
    return DisplayWidthRanges.wide.contain(scalar) ? 2 : 1
  }
}

extension [ClosedRange<UInt32>] {
  /// Whether one of the ranges, which are in order, has a number.
  fileprivate func contain(_ number: UInt32) -> Bool {
    let index = partitioningIndex { $0.upperBound >= number }
    return index < count && self[index].contains(number)
  }
}
