package import CatalogSchema

/// How often a table's rows use each term, and which terms go together.
package struct TermTally: Sendable, Equatable {
  /// A term of a column.
  package struct Use: Sendable, Hashable {
    /// Index of the column in its table.
    package var column: Int
    /// The term.
    package var term: TermID

    /// A term of a column.
    package init(column: Int, term: TermID) {
      self.column = column
      self.term = term
    }
  }

  private struct Pair: Sendable, Hashable {
    var first: Use
    var second: Use
  }

  private var uses: [Use: Int] = [:]
  private var pairs: [Pair: Int] = [:]

  /// Adds (`count` 1) or takes away (-1) a row's terms, in column order.
  mutating func add(_ count: Int, _ row: [Use]) {
    for (index, use) in row.enumerated() {
      Self.add(count, use, &uses)
      for other in row[(index + 1)...] where other.column != use.column {
        Self.add(count, Pair(first: use, second: other), &pairs)
      }
    }
  }

  private static func add<Key>(_ count: Int, _ key: Key, _ counts: inout [Key: Int]) {
    let new = counts[key, default: 0] + count
    counts[key] = new == 0 ? nil : new
  }

  /// Number of rows that use a term.
  package func rowCount(_ use: Use) -> Int { uses[use] ?? 0 }

  /// Number of rows that use both terms.
  package func rowCount(_ one: Use, with other: Use) -> Int {
    let isInOrder = one.column < other.column
    return pairs[Pair(first: isInOrder ? one : other, second: isInOrder ? other : one)] ?? 0
  }

  /// The terms of a column that rows use, the most frequent first.
  package func terms(ofColumn column: Int) -> [(term: TermID, rowCount: Int)] {
    uses.filter { $0.key.column == column }
      .map { ($0.key.term, $0.value) }
      .sorted { ($1.1, $0.0.index) < ($0.1, $1.0.index) }
  }
}
