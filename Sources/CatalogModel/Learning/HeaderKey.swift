import LineStore

/// The headers of a table with their hash: tables with equal headers are learned from together.
struct HeaderKey: Hashable, Sendable {
  let headers: [String]
  /// Never 0.
  let contentHash: UInt64

  /// The key of some headers.
  init(_ headers: [String]) {
    self.headers = headers
    var hasher = WordHasher(seed: UInt64(truncatingIfNeeded: headers.count))
    for header in headers {
      let bytes = ContiguousArray(header.utf8)
      hasher.add(bytes.span, 0..<bytes.count, isFolded: false)
    }
    contentHash = hasher.finish()
  }

  static func == (left: HeaderKey, right: HeaderKey) -> Bool {
    left.contentHash == right.contentHash && left.headers == right.headers
  }

  func hash(into hasher: inout Hasher) { hasher.combine(contentHash) }
}
