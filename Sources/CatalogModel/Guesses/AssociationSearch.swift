import CatalogSchema

/// Finds the associations in what a table's rows add up to.
struct AssociationSearch {
  /// Rows that use a term, at least.
  private static let supportMin = 8
  /// Rows that use an odd term without the other, at least.
  private static let oddSupportMin = 3
  /// One row in this many may lack the term's partners.
  private static let exceptionShare = 20
  /// What chance may have given, at most.
  private static let chanceMax = 0.01

  private let terms: TermTally
  private let rowCount: Int
  /// For each term and other column, the terms there with the rows that have both.
  private var together: [Place: [Association.Partner]] = [:]

  private struct Place: Hashable {
    var term: TermTally.Use
    var column: Int
  }

  /// The associations of a table, in order.
  ///
  /// - Complexity: O(pairs of terms that some row uses)
  static func associations(in table: CatalogTable) -> [Association] {
    if table.plan.termColumns.count < 2 { return [] }
    let search = AssociationSearch(table)
    return search.together.compactMap { search.association($0.key, $0.value) }.sorted {
      ($0.term.column, $0.term.term.index, $0.column)
        < ($1.term.column, $1.term.term.index, $1.column)
    }
  }

  private init(_ table: CatalogTable) {
    terms = table.terms
    rowCount = table.rowCount
    table.terms.forEachPair { one, other, count in
      add(one, other, count)
      add(other, one, count)
    }
  }

  private mutating func add(_ term: TermTally.Use, _ other: TermTally.Use, _ count: Int) {
    guard terms.rowCount(term) >= Self.supportMin else { return }
    together[Place(term: term, column: other.column), default: []]
      .append(Association.Partner(term: other.term, rowCount: count))
  }

  private func association(_ place: Place, _ all: [Association.Partner]) -> Association? {
    let count = terms.rowCount(place.term)
    let exceptionMax = max(1, count / Self.exceptionShare)
    let sorted = all.sorted { ($1.rowCount, $0.term.index) < ($0.rowCount, $1.term.index) }
    let partners = sorted.filter { $0.rowCount > exceptionMax }
    let rare = sorted.filter { $0.rowCount <= exceptionMax }
    func uses(_ term: TermID) -> Int {
      terms.rowCount(TermTally.Use(column: place.column, term: term))
    }
    let odd = rare.filter { uses($0.term) - $0.rowCount >= Self.oddSupportMin }
    let rareCount = rare.reduce(0) { $0 + $1.rowCount }
    let share = Double(partners.reduce(0) { $0 + uses($1.term) }) / Double(max(1, rowCount))
    guard !odd.isEmpty, !partners.isEmpty, rareCount <= exceptionMax,
      Self.chance(share, count - rareCount) <= Self.chanceMax
    else { return nil }
    return Association(
      term: place.term, rowCount: count, column: place.column, partners: partners,
      oddTerms: odd.map(\.term))
  }

  /// The probability that something of this share happens `count` times in a row.
  private static func chance(_ share: Double, _ count: Int) -> Double {
    (0..<min(count, 1_000)).reduce(1.0) { chance, _ in chance * share }
  }
}
