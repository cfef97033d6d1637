import CatalogModel
import CatalogSchema
import TableSyntax

/// Finds the terms for what was typed.
struct TermSearch {
  /// A term with how well it matches, less is better, and the label that matches.
  struct Candidate {
    var id: TermID
    var rank: Int
    var label: String
  }

  /// The terms found, and how many of the typed bytes belong to values before.
  struct Found {
    var terms: [Candidate]
    var skippedByteCount = 0
  }

  let vocabulary: Vocabulary
  /// Terms that the cell already has.
  let taken: Set<TermID>

  /// The terms for what was typed: the one that it misspells and those with a matching label; else
  /// those that match the text after another separator than the column's; else similar ones.
  func terms(for bytes: Span<UInt8>, _ typed: Range<Int>) -> Found {
    let matching = terms(matching: bytes, typed)
    if !matching.isEmpty { return Found(terms: matching) }
    if let last = lastPiece(bytes, typed) {
      let matching = terms(matching: bytes, last)
      if !matching.isEmpty {
        return Found(terms: matching, skippedByteCount: last.lowerBound - typed.lowerBound)
      }
    }
    return Found(terms: terms(resembling: bytes.string(typed)))
  }

  /// The term that a text misspells and those with a matching label.
  private func terms(matching bytes: Span<UInt8>, _ typed: Range<Int>) -> [Candidate] {
    var meant: TermID?
    if case .near(let id) = vocabulary.match(bytes, typed), !taken.contains(id) { meant = id }
    let folded = SearchLabel.fold(bytes.string(typed))
    return vocabulary.terms.indices.compactMap { index in
      let id = TermID(index: index)
      if id == meant { return Candidate(id: id, rank: -1, label: vocabulary[id].prefLabel) }
      return taken.contains(id) ? nil : candidate(id, folded)
    }
  }

  /// How a term matches, by the best of its labels or its notation; the preferred label wins ties.
  private func candidate(_ id: TermID, _ typed: [UInt8]) -> Candidate? {
    var labels = vocabulary.searchLabels[id.index]
    guard let preferred = labels.first else { return nil }
    if typed.isEmpty { return Candidate(id: id, rank: 0, label: preferred.label) }
    if let notation = vocabulary.searchNotations[id.index] { labels.append(notation) }
    var best: Candidate?
    for (index, label) in labels.enumerated() {
      guard let rank = label.rank(typed) else { continue }
      let own = rank * 2 + (index == 0 ? 0 : 1)
      if own < best?.rank ?? .max { best = Candidate(id: id, rank: own, label: label.label) }
    }
    return best
  }

  private func terms(resembling typed: String) -> [Candidate] {
    vocabulary.terms(resembling: typed).filter { !taken.contains($0) }.enumerated().map {
      Candidate(id: $1, rank: $0, label: vocabulary[$1].prefLabel)
    }
  }

  /// The part after the last `;`, `/`, `&`, `+` or ` and ` if only terms are before it.
  private func lastPiece(_ bytes: Span<UInt8>, _ typed: Range<Int>) -> Range<Int>? {
    for index in typed.reversed() {
      let isSeparator = ";/&+".utf8.contains(bytes[index]) || bytes.hasPrefix(" and ", at: index)
      guard isSeparator else { continue }
      let before = bytes.withoutBlanks(typed.lowerBound..<index)
      let isKnown =
        vocabulary.match(bytes, before).meant != nil
        || ListValue.pieces(bytes, before, isFirst: true, in: vocabulary) != nil
      guard isKnown else { return nil }
      let width = bytes[index] == 0x20 ? 5 : 1
      let start = bytes.skip(while: \.isBlank, from: min(index + width, typed.upperBound))
      return min(start, typed.upperBound)..<typed.upperBound
    }
    return nil
  }
}
