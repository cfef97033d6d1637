extension Vocabulary {
  /// Letters from which on the start of a text is taken for a label.
  private static let prefixLetterCountMin = 3

  /// The terms that a text which is no label resembles, best first, at most five: those a label of
  /// which it starts with, the longest first, then those within edit distance 2.
  ///
  /// - Complexity: O(labels × text²), for texts of at most 64 bytes
  package func terms(resembling text: String) -> [TermID] {
    let folded = SearchLabel.fold(text)
    var best: [TermID: Int] = [:]
    for (index, labels) in searchLabels.enumerated() {
      for label in labels {
        guard let distance = Self.distance(from: label.folded, to: folded) else { continue }
        let id = TermID(index: index)
        best[id] = min(best[id] ?? distance, distance)
      }
    }
    let order = best.sorted { ($0.value, $0.key.index) < ($1.value, $1.key.index) }
    return order.prefix(5).map(\.key)
  }

  /// Less is better; nil where nothing is alike.
  private static func distance(from label: [UInt8], to text: [UInt8]) -> Int? {
    if label.count >= prefixLetterCountMin, text.starts(with: label) { return -label.count }
    guard text.count <= 64, abs(text.count - label.count) <= 8,
      let distance = EditDistance.upToTwo(scalars(text), scalars(label)),
      distance * 3 <= max(text.count, label.count)
    else { return nil }
    return distance
  }

  private static func scalars(_ text: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: text, as: UTF8.self).unicodeScalars)
  }
}
