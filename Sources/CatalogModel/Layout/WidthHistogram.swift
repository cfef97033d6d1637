/// How many rows have a cell of each display width: the group whose top is the column's width.
struct WidthHistogram: Sendable, Equatable {
  private static let narrowCount = 256
  private var narrow: [Int32] = []
  private var wide: [Int: Int] = [:]

  /// Adds or takes away `count` cells of one width.
  mutating func add(_ count: Int, ofWidth width: Int) {
    if width >= Self.narrowCount {
      let rest = wide[width, default: 0] + count
      wide[width] = rest == 0 ? nil : rest
      return
    }
    while narrow.count <= width { narrow.append(0) }
    narrow[width] &+= Int32(truncatingIfNeeded: count)
    while narrow.last == 0 { narrow.removeLast() }
  }

  /// The widest, 0 where there is none.
  var max: Int { wide.keys.max() ?? Swift.max(0, narrow.count - 1) }
}
