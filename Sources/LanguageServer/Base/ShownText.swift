extension String {
  /// The text as it is sent for users to read: cut where it is long, with “…” at its end.
  ///
  /// - Complexity: O(limit)
  func cut(toByteCount limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
      end = utf8.index(before: end)
    }
    return self[..<end] + "…"
  }
}
