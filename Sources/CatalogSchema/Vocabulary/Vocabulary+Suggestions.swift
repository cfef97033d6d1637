extension Vocabulary {
  /// Letters of a label that a text starts with, at least, for the label to be suggested.
  private static let prefixLetterCountMin = 3
  /// Letters of a text for which labels are suggested, at most.
  private static let letterCountMax = 64

  /// The preferred labels within edit distance 2 of a value, best first, at most three.
  ///
  /// - Complexity: O(labels × value)
  package func suggestions(for value: String) -> [String] {
    close(to: value).prefix(3).map { self[$0].prefLabel }
  }

  /// The terms that a text resembles, best first, at most five: those with a label that the text
  /// starts with, the longest first, then those within edit distance 2.
  ///
  /// - Complexity: O(labels × text)
  package func terms(resembling text: String) -> [TermID] {
    let folded = SearchLabel.fold(text)
    var lengths: [TermID: Int] = [:]
    for (index, labels) in searchLabels.enumerated() {
      for label in labels where folded.starts(with: label.folded) {
        let length = label.folded.count
        if length < Self.prefixLetterCountMin { continue }
        lengths[TermID(index: index), default: 0] = max(
          lengths[TermID(index: index), default: 0], length)
      }
    }
    let starting = lengths.sorted { (-$0.value, $0.key.index) < (-$1.value, $1.key.index) }
    let others = close(to: text).filter { lengths[$0] == nil }
    return Array((starting.map(\.key) + others).prefix(5))
  }

  /// The terms with a label within edit distance 2, best first.
  private func close(to text: String) -> [TermID] {
    let text = Letters.folded(text)
    guard text.count <= Self.letterCountMax else { return [] }
    let mask = Letters.mask(text)
    var best: [TermID: Closeness] = [:]
    for label in index.labels where (label.mask ^ mask).nonzeroBitCount <= 4 {
      // Two of three letters changed leave too little in common.
      guard let distance = EditDistance.upToTwo(text, label.text),
        distance * 2 <= max(text.count, label.text.count)
      else { continue }
      let own = Closeness(
        distance: distance, strangeLetterCount: (mask & ~label.mask).nonzeroBitCount,
        hasOtherStart: label.text.first != text.first, index: label.id.index)
      best[label.id] = min(best[label.id] ?? own, own)
    }
    return best.values.sorted().map { TermID(index: $0.index) }
  }

  /// How close a label is to a text; the closest is the least.
  private struct Closeness: Comparable {
    var distance: Int
    /// Letters of the text that the label lacks.
    var strangeLetterCount: Int
    var hasOtherStart: Bool
    var index: Int

    static func < (left: Closeness, right: Closeness) -> Bool {
      (left.distance, left.strangeLetterCount, left.hasOtherStart ? 1 : 0, left.index)
        < (right.distance, right.strangeLetterCount, right.hasOtherStart ? 1 : 0, right.index)
    }
  }
}
