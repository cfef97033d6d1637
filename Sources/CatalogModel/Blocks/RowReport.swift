import CatalogSchema

/// The rules that report one row, without messages; moves with the row.
struct RowReport: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// The rules that report it.
  var rules: RuleSet
  /// Number of problems.
  var problemCount: Int32
}

/// An inline link outside the key column.
struct LinkKeys: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Fingerprint of the link's whole text.
  var textKey: UInt64
  /// Fingerprint of its destination.
  var linkKey: UInt64
}

/// What identifies a row beside its name: the values of one column or of several together.
struct UniqueKey: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Which columns of the table: an index into its plan's `uniqueColumns`.
  var slot: Int32
  /// Fingerprint of slot and values, never 0.
  var key: UInt64
}
