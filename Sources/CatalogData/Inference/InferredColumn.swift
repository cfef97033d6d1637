/// A column inferred from its cells.
package struct InferredColumn: Sendable, Equatable {
  /// The kind of values.
  package enum Kind: Sendable, Equatable {
    case text
    /// Terms; lists if there is a delimiter.
    case terms([InferredTerm], delimiter: String?)
    /// Yes or no, in these words.
    case boolean(yes: String, no: String)
    /// Values of a Table Schema type.
    case value(String)
    /// URLs.
    case url
  }

  /// The identifier.
  package var name: String
  /// The header.
  package var title: String
  /// The kind of values.
  package var kind: Kind
  /// Whether other values than the terms may be mistakes.
  package var isClosed = true
  /// Whether it identifies rows.
  package var isKey = false
  /// Whether values are links.
  package var isLinked = false
  /// Whether rows are ordered by it.
  package var isSorted = false
  /// Whether all or nearly all cells are filled.
  package var isRequired = false
  /// Whether all values are different.
  package var isUnique = false
  /// Whether texts begin with a capital letter.
  package var startsWithCapital = false
  /// Whether texts end without punctuation.
  package var endsWithoutPunctuation = false
}

/// A value that a column repeats.
package struct InferredTerm: Sendable, Equatable {
  /// The most frequent spelling.
  package var label: String
  /// Other spellings.
  package var otherLabels: [String]
  /// Its number of occurrences.
  package var count: Int
}

/// A schema inferred from the tables with the same headers.
package struct InferredSchema: Sendable {
  /// The identifier.
  package var name: String
  /// The columns, in the tables' order.
  package var columns: [InferredColumn]
  /// 0-based lines of the tables' headers.
  package var headerLines: [Int]
  /// Messages about uncertain inferences.
  package var doubts: [String]
}
