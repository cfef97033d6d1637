/// How many terminal columns a text takes: East Asian wide 2, combining 0, an emoji sequence 2.
public enum DisplayWidth {
  /// The display width of UTF-8 text, in columns.
  ///
  /// - Complexity: O(bytes)
  public static func of(_ text: Span<UInt8>) -> Int {
    of(text, 0..<text.count)
  }

  /// The display width of a part of UTF-8 text, in columns.
  public static func of(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var width = 0
    var index = range.lowerBound
    while index < range.upperBound, text[index] < 0x80 {
      width += 1
      index += 1
    }
    if index == range.upperBound { return width }
    var measure = WidthMeasure(width: width)
    while index < range.upperBound {
      let (scalar, length) = decode(text, at: index, end: range.upperBound)
      measure.add(scalar)
      index += length
    }
    return measure.width
  }

  /// One scalar and its length in bytes; a broken sequence reads as U+FFFD, one byte long.
  public static func decode(_ text: Span<UInt8>, at index: Int, end: Int) -> (UInt32, Int) {
    let lead = text[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, lead < 0xF5, index + length <= end else { return (0xFFFD, 1) }
    var scalar = UInt32(lead) & (0x7F >> UInt32(length))
    for next in 1..<length { scalar = scalar << 6 | UInt32(text[index + next] & 0x3F) }
    return (scalar, length)
  }
}

/// Adds up scalars, knowing what joins with what stands before it.
private struct WidthMeasure {
  var width: Int
  private var previousWidth = 0
  private var isJoining = false
  private var isHalfFlag = false

  init(width: Int) { self.width = width }

  mutating func add(_ scalar: UInt32) {
    defer { isJoining = scalar == 0x200D }
    if scalar == 0xFE0F {
      if previousWidth == 1 { width += 1 }
      previousWidth = 2
      return
    }
    let isFlag = (0x1F1E6...0x1F1FF).contains(scalar)
    let endsFlag = isFlag && isHalfFlag
    isHalfFlag = isFlag && !endsFlag
    let isModifier = (0x1F3FB...0x1F3FF).contains(scalar) && previousWidth == 2
    let own = Self.width(of: scalar)
    if endsFlag || isModifier || isJoining && own == 2 { return }
    width += own
    if own > 0 { previousWidth = own }
  }

  private static func width(of scalar: UInt32) -> Int {
    if scalar < 0x300 { return 1 }
    if contains(scalar, DisplayWidthRanges.zero) { return 0 }
    return contains(scalar, DisplayWidthRanges.wide) ? 2 : 1
  }

  private static func contains(_ scalar: UInt32, _ ranges: [ClosedRange<UInt32>]) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }
}
