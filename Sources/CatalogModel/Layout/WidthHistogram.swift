/// How many rows have a cell of each display width: the group whose top is the column's width.
struct WidthHistogram: Sendable, Equatable {
  /// Widths that an array counts; a dictionary counts wider ones, which few rows have.
  private static let narrowCount = 1024
  private var narrow: ContiguousArray<Int32> = []
  private var wide: [Int: Int] = [:]
  /// The widest narrow cell, -1 for none.
  private var top = -1

  /// Adds or takes away `count` cells of one width.
  mutating func add(_ count: Int, ofWidth width: Int) {
    if width >= Self.narrowCount { return addWide(count, ofWidth: width) }
    if width >= narrow.count { grow(toHold: width) }
    narrow[width] &+= Int32(truncatingIfNeeded: count)
    if count > 0 { top = Swift.max(top, width) }
    while top >= 0, narrow[top] == 0 { top -= 1 }
  }

  /// Adds the cells of another.
  mutating func add(_ other: WidthHistogram) {
    if other.top >= narrow.count { grow(toHold: other.top) }
    for width in 0..<other.top + 1 { narrow[width] &+= other.narrow[width] }
    top = Swift.max(top, other.top)
    while top >= 0, narrow[top] == 0 { top -= 1 }
    for (width, count) in other.wide { addWide(count, ofWidth: width) }
  }

  private mutating func grow(toHold width: Int) {
    let size = Swift.max(32, (width + 1).nextPowerOfTwo)
    narrow.append(contentsOf: repeatElement(0, count: size - narrow.count))
  }

  private mutating func addWide(_ count: Int, ofWidth width: Int) {
    let rest = wide[width, default: 0] + count
    wide[width] = rest == 0 ? nil : rest
  }

  /// Whether there are no cells.
  var isEmpty: Bool { top < 0 && wide.isEmpty }

  /// The widest, 0 for no cells.
  var max: Int { wide.keys.max() ?? Swift.max(0, top) }

  static func == (left: WidthHistogram, right: WidthHistogram) -> Bool {
    left.top == right.top && left.wide == right.wide
      && (0..<left.top + 1).allSatisfy { left.narrow[$0] == right.narrow[$0] }
  }
}

extension Int {
  /// The least power of two that is not less.
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
