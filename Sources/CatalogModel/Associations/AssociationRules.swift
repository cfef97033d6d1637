import CatalogSchema

/// What the other rows of a table say against two terms of a row: guesses, so only hints.
struct AssociationRules {
  /// Partners named in a message, at most.
  private static let namedCountMax = 3

  let associations: [Association]
  let plan: TablePlan

  /// The problems of a row.
  ///
  /// - Complexity: O(line + associations)
  func problems(_ line: Span<UInt8>, _ row: Row) -> [RowProblem] {
    let reading = RowReading(line, row, plan)
    guard reading.fit == .exact else { return [] }
    var found: [OddPair] = []
    for association in associations {
      guard let pair = oddPair(association, reading) else { continue }
      // Each may be odd to the other: report the one with more rows.
      let same = found.firstIndex { $0.odd == pair.term && $0.term == pair.odd }
      if let same, found[same].association.rowCount >= association.rowCount { continue }
      if let same { found[same] = pair } else { found.append(pair) }
    }
    return found.map { problem($0, line) }
  }

  /// Two items of a row that are rarely used together.
  private struct OddPair {
    var association: Association
    var term: Range<Int>
    var odd: Range<Int>
  }

  private func oddPair(_ association: Association, _ reading: RowReading) -> OddPair? {
    func items(_ column: Int) -> [CellItem] { reading.cell(ofColumn: column)?.items ?? [] }
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

  private func problem(_ pair: OddPair, _ line: Span<UInt8>) -> RowProblem {
    let association = pair.association
    let names = association.partners.prefix(Self.namedCountMax).map { partner in
      let label = plan.columns[association.column].vocabulary?[partner.term].prefLabel ?? ""
      return "\(quoted(label)) (\(partner.rowCount))"
    }
    let more = association.partners.count > Self.namedCountMax ? " and others" : ""
    return RowProblem(
      rule: .misplacedValue, range: pair.odd,
      explanation: Explanation(
        message: "\(line.quoted(pair.odd)) is rarely used with \(line.quoted(pair.term)): "
          + "of the \(association.rowCount) rows with \(line.quoted(pair.term)), the others have "
          + names.joined(separator: ", ") + more,
        related: [(pair.term, "\(line.quoted(pair.term)) is here")]))
  }
}

extension Catalog {
  /// Brings up to date which terms go together, after some tables changed.
  ///
  /// - Complexity: O(pairs of terms of those tables); O(1) where nobody asks for it
  mutating func associate(_ changed: [CatalogTable], lost: [CatalogTable]) {
    guard configuration.showsAssociations else { return }
    var isChanged = false
    func set(_ table: CatalogTable, _ found: [Association]) {
      let now = found.isEmpty ? nil : found
      if associations[table.id] == now { return }
      associations[table.id] = now
      isChanged = true
    }
    for table in lost { set(table, []) }
    for table in changed { set(table, AssociationSearch.associations(in: table)) }
    if !isChanged { return }
    associationsID = associations.isEmpty ? 0 : RelationNumber.next()
    relationID = RelationNumber.next()
  }

  /// The rules for the rows of a table, nil where no terms of it go together.
  func associationRules(of table: CatalogTable) -> AssociationRules? {
    associations[table.id].map { AssociationRules(associations: $0, plan: table.plan) }
  }
}
