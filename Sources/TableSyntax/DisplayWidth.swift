import LineStore

/// Terminal columns of a text, as `wcswidth` of Python's wcwidth 0.9.4 gives them.
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
    after range: Range<Int>, of line: Span<UInt8>, from column: Int
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

/// Adds up the widths of scalars as `wcswidth` of Python's wcwidth does: a base and its marks are a
/// cluster, which a spacing mark, a conjunct or U+FE0F makes two columns wide.
private struct WidthMeasure {
  private var closedWidth = 0
  /// Columns of the cluster under way, 0 for none.
  private var clusterWidth = 0
  /// The last scalar with a width of its own, or the second half of a flag.
  private var last = 0 as UInt32
  private var lastWidth = 0
  /// Whether a spacing mark or a variation selector may still change the cluster.
  private var isBaseOpen = false
  private var followsVirama = false
  /// Whether U+200D joins the next scalar, which then has no width.
  private var isJoined = false
  private var isOddFlagHalf = false

  var width: Int { closedWidth + clusterWidth }

  /// Adds ASCII characters.
  mutating func addASCII(_ count: Int, last byte: UInt8) {
    isOddFlagHalf = false
    let count = isJoined ? count - 1 : count
    isJoined = false
    if count == 0 { return }
    addBase(UInt32(truncatingIfNeeded: byte), width: 1)
    if count > 1 {
      closedWidth += clusterWidth + count - 2
      clusterWidth = 1
    }
  }

  mutating func add(_ scalar: UInt32) {
    // Ideographs, kana and Hangul syllables join with nothing; with the searches in ranges they
    // took five times as long.
    if (0x4E00...0x9FFF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
      || (0x30A0...0x30FF).contains(scalar) || (0x3041...0x3096).contains(scalar)
    {
      isOddFlagHalf = false
      if isJoined { isJoined = false } else { addBase(scalar, width: 2) }
      return
    }
    let isFlagHalf = (0x1F1E6...0x1F1FF).contains(scalar)
    let isSecondHalf = isFlagHalf && isOddFlagHalf
    isOddFlagHalf = isFlagHalf && !isOddFlagHalf
    if isJoined {
      isJoined = false
      return
    }
    switch scalar {
    case 0x200D: addJoiner()
    case 0xFE0E where isBaseOpen, 0xFE0F where isBaseOpen: addSelector(scalar)
    case _ where isSecondHalf: last = scalar
    case 0x1F3FB...0x1F3FF where Self.isEmoji(last): break
    default: addAlone(scalar)
    }
  }

  private mutating func addJoiner() {
    if followsVirama { return }
    isJoined = true
    lastWidth = 0
  }

  private mutating func addSelector(_ scalar: UInt32) {
    isBaseOpen = false
    if scalar == 0xFE0F {
      if DisplayWidthRanges.wideWithSelector.contain(last) { clusterWidth = 2 }
    } else if lastWidth == 2, DisplayWidthRanges.narrowWithSelector.contain(last) {
      closedWidth -= 1
    }
  }

  private mutating func addAlone(_ scalar: UInt32) {
    let own = Self.width(of: scalar)
    if own > 0 { return addBase(scalar, width: own) }
    if DisplayWidthRanges.virama.contain(scalar) {
      followsVirama = true
      return
    }
    followsVirama = false
    if isBaseOpen, DisplayWidthRanges.spacingMark.contain(scalar) {
      clusterWidth = 2
      isBaseOpen = false
    }
  }

  private mutating func addBase(_ scalar: UInt32, width: Int) {
    if followsVirama {
      clusterWidth = 2
    } else {
      closedWidth += clusterWidth
      clusterWidth = width
    }
    last = scalar
    lastWidth = width
    isBaseOpen = true
    followsVirama = false
  }

  /// Whether a skin tone joins with a scalar.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar) || DisplayWidthRanges.pictographic.contain(scalar)
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
