extension String {
  /// The text with spaces after it, at least `count` characters.
  func padded(to count: Int) -> String { self + Self.fill(" ", count - self.count) }

  /// The text with `fill` before it, at least `count` characters.
  func rightAligned(to count: Int, by fill: String = " ") -> String {
    Self.fill(fill, count - self.count) + self
  }

  private static func fill(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: Swift.max(0, count))
  }
}
