import CatalogSchema

/// Guesses at terms of a row that rarely occur together in the other rows of its table.
enum AssociationRules {
  /// Partners that a message names, at most.
  private static let namedCountMax = 3

  /// Reports the rarer of two terms that do not go together.
  ///
  /// - Complexity: O(line + associations)
  @Sendable static func check(
    _ guesses: GuessView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    if guesses.associations.isEmpty { return }
    var view = RowView(line, guesses.row, guesses.plan)
    guard view.placement == .exact else { return }
    view.readItems(line)
    var found: [OddPair] = []
    for association in guesses.associations {
      guard let pair = oddPair(association, view) else { continue }
      // Each may be odd to the other: the one with more rows is reported.
      let same = found.firstIndex { $0.odd == pair.term && $0.term == pair.odd }
      if let same, found[same].association.rowCount >= association.rowCount { continue }
      if let same { found[same] = pair } else { found.append(pair) }
    }
    for pair in found { sink.report(pair.odd) { explain(pair, guesses.plan, line) } }
  }

  /// Two items of a row that are rarely used together.
  private struct OddPair {
    var association: Association
    var term: Range<Int>
    var odd: Range<Int>
  }

  private static func oddPair(_ association: Association, _ view: RowView) -> OddPair? {
    func items(_ column: Int) -> [CellItem] { view.cell(ofColumn: column)?.items ?? [] }
    let term = items(association.term.column).first {
      $0.match.known == association.term.term
    }
    let others = items(association.column)
    let isExplained = others.contains { item in
      association.partners.contains { $0.term == item.match.meant }
    }
    let odd = others.first { $0.match.known.map(association.oddTerms.contains) ?? false }
    guard !isExplained, let term, let odd else { return nil }
    return OddPair(association: association, term: term.range, odd: odd.range)
  }

  private static func explain(
    _ pair: OddPair, _ plan: TablePlan, _ line: Span<UInt8>
  ) -> Explanation {
    let association = pair.association
    let names = association.partners.prefix(namedCountMax).map { partner in
      let label = plan.columns[association.column].vocabulary?[partner.term].prefLabel ?? ""
      return "\(quoted(label)) (\(partner.rowCount))"
    }
    let more = association.partners.count > namedCountMax ? " and others" : ""
    let term = line.quoted(pair.term)
    return Explanation(
      message: "\(line.quoted(pair.odd)) is rarely used with \(term): "
        + "of the \(association.rowCount) rows with \(term), the others have "
        + names.joined(separator: ", ") + more,
      related: [(pair.term, "\(term) is here")])
  }
}
