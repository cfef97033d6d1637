import CatalogModel
import CatalogSchema

/// The order of terms: how well they match what was typed, then how likely they are in this row.
///
/// Naive Bayes: the share of rows with a term, times the share of those rows that have what each
/// other cell of this row has. The items of a list are one observation, their mean. Shares are
/// smoothed as if more rows had the term and were like the table, about the root of its rows.
struct TermRanking {
  private static let priorFactor = 1.5

  let uses: TermUses
  let column: Int
  /// Rows by the terms of the column.
  let counts: [Int]
  /// The term that the completion replaces: this row is no evidence for it.
  let own: TermID?
  /// The terms of each other cell that has some.
  let otherCells: [[TermTally.Use]]

  /// The terms, the best first.
  ///
  /// - Complexity: O(terms × terms of the row)
  func sorted(_ terms: [TermSearch.Candidate]) -> [TermSearch.Candidate] {
    terms.map { ($0, likelihood($0.id)) }
      .sorted { ($0.0.rank, -$0.1, $0.0.id.index) < ($1.0.rank, -$1.1, $1.0.id.index) }
      .map(\.0)
  }

  private func likelihood(_ term: TermID) -> Double {
    let use = TermTally.Use(column: column, term: term)
    let ownCount = term == own ? 1 : 0
    let count = Double(max(0, counts[term.index] - ownCount))
    let priorCount = Self.priorFactor * Double(uses.rowCount).squareRoot()
    return otherCells.reduce(count + 0.5) { likelihood, items in
      let shares = items.map { item in
        let together = Double(max(0, uses.rowCount(use, with: item) - ownCount))
        return (together + priorCount * uses.share(item)) / (count + priorCount)
      }
      return likelihood * shares.reduce(0, +) / Double(shares.count)
    }
  }
}
