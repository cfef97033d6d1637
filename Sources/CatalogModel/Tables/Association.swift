import CatalogSchema

/// Terms of another column that a term goes with: enough rows have both for chance to be no reason.
struct Association: Sendable, Equatable {
  /// The term.
  var term: TermTally.Use
  /// Rows that use it.
  var rowCount: Int
  /// The other column.
  var column: Int
  /// The terms of the other column that go with it, the most frequent first.
  var partners: [Partner]
  /// Terms of the other column that are used elsewhere and rarely with the term.
  var oddTerms: [TermID]

  /// A term with the number of rows that have both.
  struct Partner: Sendable, Equatable {
    var term: TermID
    var rowCount: Int
  }
}
