import CatalogModel
import CatalogSchema

/// Completion of one item of a list cell: only that item is replaced.
struct TermCompletion {
  let catalog: Catalog
  let table: CatalogTable
  let row: Row
  let place: CellPlace

  func list(_ bytes: Span<UInt8>, line: Int) -> CompletionList? {
    guard let vocabulary = place.planned.vocabulary, let column = place.planned.column else {
      return nil
    }
    let items = ListValue.items(bytes, place.value, delimiter: column.delimiterByte)
    let range = itemRange(items, bytes, column.delimiterByte)
    let typed = bytes.string(range.lowerBound..<max(range.lowerBound, place.byteColumn))
    let taken = items.filter { $0 != range && !$0.isEmpty }
      .compactMap { vocabulary.matchLabel(bytes, $0).known }
    let neighbours = otherTerms(bytes)
    let query = TermQuery(typed)
    var candidates: [(term: TermID, match: TermQuery.Match, score: Int)] = []
    for index in vocabulary.terms.indices {
      let id = TermID(index: index)
      guard !taken.contains(id), let match = query.match(vocabulary.searchLabels[index]) else {
        continue
      }
      candidates.append((id, match, score(id, neighbours)))
    }
    candidates.sort {
      ($0.match.rank, -$0.score, $0.term.index) < ($1.match.rank, -$1.score, $1.term.index)
    }
    return CompletionList(
      line: line, byteColumns: range,
      items: candidates.map { item(vocabulary, $0.term, $0.match, typed) })
  }

  /// The item around the cursor; an empty range where the cursor stands between items.
  private func itemRange(
    _ items: [Range<Int>], _ bytes: Span<UInt8>, _ delimiter: UInt8
  ) -> Range<Int> {
    let cursor = place.byteColumn
    var start = cursor
    let cell = row.cells[place.cell]
    while start > cell.lowerBound, bytes[start - 1] != delimiter { start -= 1 }
    while start < cursor, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    if let item = items.first(where: { $0.lowerBound == start && $0.upperBound >= cursor }) {
      return item
    }
    return start..<max(start, cursor)
  }

  /// The terms of the row's other cells.
  private func otherTerms(_ bytes: Span<UInt8>) -> [TermTally.Use] {
    var uses: [TermTally.Use] = []
    for (cell, column) in row.columns(bytes, table.plan).enumerated() {
      guard let column, column != place.column,
        let vocabulary = table.plan.columns[column].vocabulary,
        let delimiter = table.plan.columns[column].column?.delimiterByte
      else { continue }
      for item in ListValue.items(bytes, row.values[cell], delimiter: delimiter) {
        if let term = vocabulary.matchLabel(bytes, item).known {
          uses.append(TermTally.Use(column: column, term: term))
        }
      }
    }
    return uses
  }

  /// How often the catalog uses a term, those rows counted more that are like this one.
  private func score(_ term: TermID, _ neighbours: [TermTally.Use]) -> Int {
    let use = TermTally.Use(column: place.column, term: term)
    let together = neighbours.reduce(0) { $0 + table.terms.rowCount(use, with: $1) }
    return table.terms.rowCount(use) + 4 * together
  }

  private func item(
    _ vocabulary: Vocabulary, _ id: TermID, _ match: TermQuery.Match, _ typed: String
  ) -> CompletionItem {
    let term = vocabulary[id]
    let count = table.terms.rowCount(TermTally.Use(column: place.column, term: id))
    return CompletionItem(
      label: term.prefLabel, kind: .term, detail: count == 1 ? "1 row" : "\(count) rows",
      documentation: TermText.markdown(term, rowCount: count),
      filterText: match.label, newText: term.prefLabel)
  }
}

/// What was typed, to be found in labels.
struct TermQuery {
  /// How well a term answers, less is better, and the label by which it was found.
  struct Match {
    var rank: Int
    var label: String
  }

  private let typed: [UInt8]

  init(_ typed: String) { self.typed = SearchLabel.fold(typed) }

  /// How a term answers, by the best of its labels; the preferred one wins ties.
  func match(_ labels: [SearchLabel]) -> Match? {
    guard let preferred = labels.first else { return nil }
    if typed.isEmpty { return Match(rank: 0, label: preferred.label) }
    var best: Match?
    for (index, label) in labels.enumerated() {
      guard let rank = label.rank(typed) else { continue }
      let own = rank * 2 + (index == 0 ? 0 : 1)
      if own < best?.rank ?? .max { best = Match(rank: own, label: label.label) }
    }
    return best
  }
}
