import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// Completion of one item of a list cell; replaces only that item.
struct TermCompletion {
  let uses: TermUses
  let place: CellPlace

  func list(_ bytes: Span<UInt8>, _ row: Row, line: Int) -> CompletionList? {
    let planned = place.planned
    guard let vocabulary = planned.vocabulary,
      let target = TermTarget(bytes, place, row, vocabulary),
      target.typed.count <= DisplayLimits.termByteCountMax
    else { return nil }
    let items = planned.itemRanges(bytes, place.value).prefix(DisplayLimits.itemCountMax)
    let others = items.filter { $0 != target.replaced } + [target.kept]
    let search = TermSearch(
      vocabulary: vocabulary, taken: Set(others.compactMap { planned.term(bytes, $0) }))
    let found = search.terms(for: bytes, target.typed)
    let counts = uses.rowCounts(ofColumn: place.column)
    let ranking = TermRanking(
      uses: uses, counts: counts, place: place, neighbours: otherTerms(bytes, row))
    let own = planned.term(bytes, target.replaced)
    let range = target.range.lowerBound + found.skippedByteCount..<target.range.upperBound
    let typed = bytes.string(range.lowerBound..<place.cursor)
    return CompletionList(
      line: line, byteColumns: range,
      items: ranking.sorted(found.terms).prefix(DisplayLimits.termCountMax).map { candidate in
        let uses = counts[candidate.id.index]
        // The row that is being typed does not count.
        let count = max(0, uses - (candidate.id == own ? 1 : 0))
        return item(vocabulary, candidate, target, typed, rowCount: count)
      })
  }

  /// The terms of the row's other cells.
  private func otherTerms(_ bytes: Span<UInt8>, _ row: Row) -> [TermTally.Use] {
    var found: [TermTally.Use] = []
    for (cell, column) in row.columns(bytes, uses.plan).enumerated() {
      guard let column, column != place.column,
        let vocabulary = uses.plan.columns[column].vocabulary
      else { continue }
      let items = uses.plan.columns[column].itemRanges(bytes, row.cells[cell].value)
      for item in items.prefix(DisplayLimits.itemCountMax) {
        if let term = vocabulary.matchLabel(bytes, item).known {
          found.append(TermTally.Use(column: column, term: term))
        }
      }
    }
    return found
  }

  private func item(
    _ vocabulary: Vocabulary, _ candidate: TermSearch.Candidate, _ target: TermTarget,
    _ typed: String, rowCount count: Int
  ) -> CompletionItem {
    let term = vocabulary[candidate.id]
    return CompletionItem(
      label: ShownText.cut(term.prefLabel, to: DisplayLimits.nameLengthMax), kind: .term,
      detail: TermText.rows(count),
      documentation: TermText.lines(term, rowCount: count),
      filterText: CompletionItem.filterText(of: target.prefix + candidate.label, for: typed),
      newText: target.prefix + term.cellLabel + target.suffix)
  }
}

/// The order of terms: how well they match, then how many rows use them; rows that share a term
/// with this one count more.
private struct TermRanking {
  let uses: TermUses
  let counts: [Int]
  let place: CellPlace
  let neighbours: [TermTally.Use]

  func sorted(_ terms: [TermSearch.Candidate]) -> [TermSearch.Candidate] {
    terms.map { ($0, score($0.id)) }
      .sorted { ($0.0.rank, -$0.1, $0.0.id.index) < ($1.0.rank, -$1.1, $1.0.id.index) }
      .map(\.0)
  }

  private func score(_ term: TermID) -> Int {
    let use = TermTally.Use(column: place.column, term: term)
    let together = neighbours.reduce(0) { $0 + uses.rowCount(use, with: $1) }
    return counts[term.index] + 4 * together
  }
}
