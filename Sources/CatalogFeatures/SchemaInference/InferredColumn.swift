/// A column as its cells suggest it.
package struct InferredColumn: Sendable {
  /// What the cells hold.
  package enum Kind: Sendable, Equatable {
    case text
    /// Terms; with a delimiter, as a list.
    case terms([InferredTerm], delimiter: String?)
    /// Yes or no, in these words.
    case truth(yes: String, no: String)
    /// A Table Schema type of this name.
    case value(String)
    /// Web addresses.
    case address
  }

  /// For machines.
  package var name: String
  /// The header.
  package var title: String
  /// What the cells hold.
  package var kind: Kind
  /// Whether rows are known by it.
  package var isKey = false
  /// Whether values are links.
  package var isLinked = false
  /// Whether rows are ordered by it.
  package var isSorted = false
  /// Whether all cells, or nearly all, are filled.
  package var isRequired = false
  /// Whether all values are different.
  package var isUnique = false
  /// Whether texts begin with a capital.
  package var startsWithCapital = false
  /// Whether texts end without punctuation.
  package var endsWithoutPunctuation = false
}

/// A value that a column repeats.
package struct InferredTerm: Sendable, Equatable {
  /// As it is written most often.
  package var label: String
  /// Other ways in which it is written often, too.
  package var otherLabels: [String]
  /// How often it stands in the column.
  package var count: Int
}

/// A schema as tables with the same headers suggest it.
package struct InferredSchema: Sendable {
  /// For machines.
  package var name: String
  /// The columns, in the tables' order.
  package var columns: [InferredColumn]
  /// 0-based lines of the tables' headers.
  package var headerLines: [Int]
  /// Rows that were looked at.
  package var rowCount: Int
  /// What is not sure, a sentence each.
  package var doubts: [String]
}
