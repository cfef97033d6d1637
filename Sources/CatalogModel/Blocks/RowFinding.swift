import CatalogSchema

/// What the rules say of one row, without the words; goes with the row through edits.
struct RowFinding: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// The rules that speak.
  var rules: RuleSet
  /// How often.
  var problemCount: Int32
}

/// An inline link outside the key column.
struct StoredLink: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Fingerprint of the link's whole text.
  var textKey: UInt64
  /// Fingerprint of its destination.
  var linkKey: UInt64
}

/// What tells a row apart beside its name: the values of one column or of several together.
struct StoredUnique: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Which columns of the table: an index into its plan's `uniqueColumns`.
  var slot: Int32
  /// Fingerprint of slot and values, never 0.
  var key: UInt64
}
