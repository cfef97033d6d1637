import CatalogModel
import CatalogSchema

/// Finds the terms that a column repeats, and what parts them.
struct TermInference {
  /// Delimiters that are looked for, as they are written.
  private static let delimiters = [", ", "; ", " / "]

  /// A value that is not rare is strange where it makes up no more than this share of its column's
  /// values, and stands in another so many times as often.
  private static let strangeShare = 4
  private static let strangeFactor = 3

  /// How a column's values fall apart.
  private struct Parting {
    var delimiter: String?
    var counts: [String: Int] = [:]
    var valueCount = 0
    var repeatedCount = 0
    var frequentCount = 0
    /// Cells with several values.
    var listCount = 0
    /// Pieces of lists that stand alone elsewhere, in a hundred.
    var knownPieceShare = 0

    var share: Int { valueCount == 0 ? 0 : repeatedCount * 100 / valueCount }
    var speaksForTerms: Bool {
      LearnedPlan.speaksForTerms(
        repeatedCount: repeatedCount, valueCount: valueCount, frequentCount: frequentCount)
    }
  }

  /// The terms with how often each stands, by their text; nil where the column has none.
  private(set) var counts: [String: Int]
  /// What parts the items of a list; nil where a cell has one value.
  let delimiter: String?

  /// The terms of a column, nil where it repeats no few values.
  init?(_ evidence: ColumnEvidence) {
    let whole = Self.parting(evidence.counts, nil)
    var best = whole
    for delimiter in Self.delimiters {
      let parting = Self.parting(evidence.counts, delimiter)
      guard parting.listCount >= 2, parting.listCount * 20 >= evidence.filledCount,
        parting.speaksForTerms
      else { continue }
      let isOfFewer = delimiter != " / " && parting.counts.count <= whole.counts.count
      let isOfKnown = parting.knownPieceShare >= 80 || isOfFewer
      if parting.share > best.share || isOfKnown && best.delimiter == nil { best = parting }
    }
    guard best.speaksForTerms, best.counts.keys.contains(where: Self.hasWord) else { return nil }
    counts = best.counts
    delimiter = best.delimiter
  }

  private static func hasWord(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || !$0.isASCII }
  }

  private static func parting(_ values: [String: Int], _ delimiter: String?) -> Parting {
    var parting = Parting(delimiter: delimiter)
    var pieceCount = 0
    var knownCount = 0
    for (value, count) in values {
      let pieces = delimiter.map { Self.pieces(value, $0) } ?? [value]
      if pieces.count > 1 {
        parting.listCount += count
        pieceCount += pieces.count
        knownCount += pieces.count { values[$0] != nil }
      }
      for piece in pieces { parting.counts[piece, default: 0] += count }
      parting.valueCount += pieces.count * count
    }
    for (piece, count) in parting.counts
    where count >= LearnedPlan.frequentCountMin && piece.utf8.count <= LearnedPlan.valueByteCountMax
    {
      parting.repeatedCount += count
      parting.frequentCount += 1
    }
    parting.knownPieceShare = pieceCount == 0 ? 0 : knownCount * 100 / pieceCount
    return parting
  }

  private static func pieces(_ value: String, _ delimiter: String) -> [String] {
    let sign = delimiter.unicodeScalars.first { $0 != " " }
    return value.unicodeScalars.split { $0 == sign }.map { piece in
      var piece = Substring(piece)
      while piece.first == " " { piece.removeFirst() }
      while piece.last == " " { piece.removeLast() }
      return String(piece)
    }.filter { !$0.isEmpty }
  }

  // MARK: Terms

  /// The values that stand often, by their text.
  var frequent: Set<String> {
    Set(counts.filter { $0.value >= LearnedPlan.frequentCountMin }.keys)
  }

  /// Takes the values away that stand in another column more often, if they are not rare many
  /// times as often; returns them.
  mutating func removeStrangeValues(of others: [TermInference]) -> [String] {
    let total = counts.values.reduce(0, +)
    let strange = counts.filter { value, count in
      let isRare = count < LearnedPlan.frequentCountMin
      guard isRare || count * 100 <= total * Self.strangeShare else { return false }
      let least = isRare ? count : count * Self.strangeFactor
      return others.contains { $0.holds(value, moreOftenThan: least) }
    }.keys.sorted()
    for value in strange { counts[value] = nil }
    return strange
  }

  /// Whether all values of a cell stand in the column more often.
  private func holds(_ cell: String, moreOftenThan count: Int) -> Bool {
    let values = delimiter.map { Self.pieces(cell, $0) } ?? [cell]
    return !values.isEmpty && values.allSatisfy { counts[$0] ?? 0 > count }
  }

  /// Takes the rare values away that are near a frequent one; returns them with that.
  mutating func removeSlips() -> [(value: String, label: String)] {
    let known = Vocabulary(name: "", terms: frequent.sorted().map { Term(prefLabel: $0) })
    var slips: [(value: String, label: String)] = []
    for value in counts.keys.sorted() where !frequent.contains(value) {
      guard let label = LearnedPlan.frequentLabel(near: value, in: known) else { continue }
      slips.append((value, label))
      counts[value] = nil
    }
    return slips
  }

  /// The values, those that differ by case, blanks and hyphens together; the most frequent first.
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

  /// The more frequent wins, then the one with more capitals.
  private func rank(_ label: String) -> (Int, Int) {
    (counts[label] ?? 0, label.count { $0.isUppercase })
  }
}
