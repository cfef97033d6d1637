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
    let own = planned.term(bytes, target.replaced)
    let ranking = TermRanking(
      uses: uses, column: place.column, counts: counts, own: own,
      otherCells: otherTerms(bytes, row))
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

  /// The terms of each of the row's other cells that has some.
  private func otherTerms(_ bytes: Span<UInt8>, _ row: Row) -> [[TermTally.Use]] {
    if uses.isLearned(place.column) { return [] }
    var found: [[TermTally.Use]] = []
    for (cell, column) in row.columns(bytes, uses.plan).enumerated() {
      guard let column, column != place.column, !uses.isLearned(column),
        let vocabulary = uses.plan.columns[column].vocabulary
      else { continue }
      let items = uses.plan.columns[column].itemRanges(bytes, row.cells[cell].value)
      let terms = items.prefix(DisplayLimits.itemCountMax).flatMap { vocabulary.terms(bytes, $0) }
      if terms.isEmpty { continue }
      found.append(terms.map { TermTally.Use(column: column, term: $0) })
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

extension Vocabulary {
  /// The term that an item means, typos included, or those that it consists of.
  fileprivate func terms(_ line: Span<UInt8>, _ item: Range<Int>) -> [TermID] {
    if let term = match(line, item).meant { return [term] }
    let pieces = ListValue.pieces(line, item, isFirst: true, in: self) ?? []
    return pieces.compactMap { matchLabel(line, $0).known }
  }
}
