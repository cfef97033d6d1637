import CatalogModel
import CatalogSchema

/// Finds the terms that a column repeats and their delimiter.
struct TermInference {
  /// The delimiters tried, as written.
  private static let delimiters = [", ", "; ", " / "]

  /// A frequent value is misplaced if it is at most this percentage of its column's values, and
  /// another column has it this factor more often.
  private static let misplacedShare = 4
  private static let misplacedFactor = 3

  /// A column's values split by one delimiter.
  private struct Split {
    var delimiter: String?
    var counts: [String: Int] = [:]
    var valueCount = 0
    var repeatedCount = 0
    var frequentCount = 0
    /// Cells with several values.
    var listCount = 0
    /// The percentage of list items that also occur alone.
    var knownItemShare = 0

    var share: Int { valueCount == 0 ? 0 : repeatedCount * 100 / valueCount }
    var speaksForTerms: Bool {
      LearnedPlan.speaksForTerms(
        repeatedCount: repeatedCount, valueCount: valueCount, frequentCount: frequentCount)
    }
  }

  /// Occurrences of each term.
  private(set) var counts: [String: Int]
  /// The delimiter of lists; nil if cells hold one value.
  let delimiter: String?

  /// The terms of a column; nil unless it repeats a few values.
  init?(_ evidence: ColumnEvidence) {
    let whole = Self.split(evidence.counts, nil)
    var best = whole
    for delimiter in Self.delimiters {
      let split = Self.split(evidence.counts, delimiter)
      guard split.listCount >= 2, split.listCount * 20 >= evidence.filledCount,
        split.speaksForTerms
      else { continue }
      let isOfFewer = delimiter != " / " && split.counts.count <= whole.counts.count
      let isOfKnown = split.knownItemShare >= 80 || isOfFewer
      if split.share > best.share || isOfKnown && best.delimiter == nil { best = split }
    }
    guard best.speaksForTerms, best.counts.keys.contains(where: Self.hasWord) else { return nil }
    counts = best.counts
    delimiter = best.delimiter
  }

  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || !$0.isASCII }
  }

  private static func split(_ values: [String: Int], _ delimiter: String?) -> Split {
    var split = Split(delimiter: delimiter)
    var itemCount = 0
    var knownCount = 0
    for (value, count) in values {
      let items = delimiter.map { Self.items(value, $0) } ?? [value]
      if items.count > 1 {
        split.listCount += count
        itemCount += items.count
        knownCount += items.count { values[$0] != nil }
      }
      for item in items { split.counts[item, default: 0] += count }
      split.valueCount += items.count * count
    }
    for (item, count) in split.counts
    where count >= LearnedPlan.frequentCountMin && item.utf8.count <= LearnedPlan.valueByteCountMax
    {
      split.repeatedCount += count
      split.frequentCount += 1
    }
    split.knownItemShare = itemCount == 0 ? 0 : knownCount * 100 / itemCount
    return split
  }

  private static func items(_ value: String, _ delimiter: String) -> [String] {
    let bytes = ContiguousArray(value.utf8)
    let sign = delimiter.utf8.filter { $0 != 0x20 }
    return ListValue.items(bytes.span, 0..<bytes.count, separator: sign)
      .filter { !$0.isEmpty }.map { bytes.span.string($0) }
  }

  // MARK: Terms

  /// The frequent values.
  var frequent: Set<String> {
    Set(counts.filter { $0.value >= LearnedPlan.frequentCountMin }.keys)
  }

  /// Removes and returns values that belong to another column, which has them more often.
  mutating func removeMisplacedValues(of others: [TermInference]) -> [String] {
    let total = counts.values.reduce(0, +)
    let misplaced = counts.filter { value, count in
      let isRare = count < LearnedPlan.frequentCountMin
      guard isRare || count * 100 <= total * Self.misplacedShare else { return false }
      let least = isRare ? count : count * Self.misplacedFactor
      return others.contains { $0.holds(value, moreOftenThan: least) }
    }.keys.sorted()
    for value in misplaced { counts[value] = nil }
    return misplaced
  }

  /// Whether the column has all values of a cell more than `count` times.
  private func holds(_ cell: String, moreOftenThan count: Int) -> Bool {
    let values = delimiter.map { Self.items(cell, $0) } ?? [cell]
    return !values.isEmpty && values.allSatisfy { counts[$0] ?? 0 > count }
  }

  /// Removes and returns rare values that are near a frequent one, with that value.
  mutating func removeTypos() -> [(value: String, label: String)] {
    let known = Vocabulary(name: "", terms: frequent.sorted().map { Term(prefLabel: $0) })
    var typos: [(value: String, label: String)] = []
    for value in counts.keys.sorted() where !frequent.contains(value) {
      guard let label = frequentLabel(near: value, in: known) else { continue }
      typos.append((value, label))
      counts[value] = nil
    }
    return typos
  }

  private func frequentLabel(near value: String, in known: Vocabulary) -> String? {
    let bytes = ContiguousArray(value.utf8)
    return LearnedPlan.frequentLabel(
      near: bytes.span, 0..<bytes.count, in: known, count: counts[value] ?? 0
    ) { counts[known[$0].prefLabel] ?? 0 >= LearnedPlan.substitutedCountMin }
  }

  /// The terms, the most frequent first; spellings that differ in case, spaces and hyphens are one.
  var terms: [InferredTerm] {
    var groups: [[UInt8]: [String]] = [:]
    for value in counts.keys.sorted() {
      groups[FoldedText.ofValue(value), default: []].append(value)
    }
    return groups.values.map { labels in
      let sorted = labels.sorted { rank($0) > rank($1) }
      return InferredTerm(
        label: sorted[0], otherLabels: Array(sorted.dropFirst()),
        count: sorted.reduce(0) { $0 + (counts[$1] ?? 0) })
    }.sorted { ($1.count, $0.label) < ($0.count, $1.label) }
  }

  /// Prefers the more frequent spelling, then the one with more capitals.
  private func rank(_ label: String) -> (Int, Int) {
    (counts[label] ?? 0, label.count { $0.isUppercase })
  }
}
