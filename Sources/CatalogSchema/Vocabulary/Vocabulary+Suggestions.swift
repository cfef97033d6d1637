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
      let id = TermID(index: index)
      for label in labels where folded.starts(with: label.folded) {
        let length = label.folded.count
        if length >= Self.prefixLetterCountMin { lengths[id] = max(lengths[id] ?? 0, length) }
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
    // For each term how close its closest label is, the least first: the distance, the letters of
    // the text that the label lacks, and whether it starts otherwise.
    var best: [TermID: (Int, Int, Int, index: Int)] = [:]
    for label in comparedLabels.labels
    where (label.spelling.mask ^ mask).nonzeroBitCount <= 4 {
      let spelling = label.spelling
      // Two of three letters changed leave too little in common.
      guard let distance = EditDistance.upToTwo(text, spelling.text),
        distance * 2 <= max(text.count, spelling.text.count)
      else { continue }
      let own = (
        distance, (mask & ~spelling.mask).nonzeroBitCount,
        spelling.text.first == text.first ? 0 : 1,
        label.id.index
      )
      if best[label.id].map({ own < $0 }) ?? true { best[label.id] = own }
    }
    return best.values.sorted(by: <).map { TermID(index: $0.index) }
  }
}
