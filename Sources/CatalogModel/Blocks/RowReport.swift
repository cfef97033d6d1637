import CatalogSchema
import LineStore

/// What a block keeps about a line; lists of it are in the order of lines.
protocol LineEntry {
  /// Line in its block.
  var line: Int32 { get set }
}

extension RandomAccessCollection where Element: LineEntry, Index == Int {
  /// The entries of a line.
  ///
  /// - Complexity: O(log entries + entries of the line)
  func entries(ofLine line: Int) -> SubSequence {
    self[partitioningIndex { $0.line >= line }...].prefix { $0.line == line }
  }
}

/// The rules that report one row, without messages; moves with the row.
struct RowReport: LineEntry, Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// The rules that report it.
  var rules: RuleSet
  /// Number of problems.
  var problemCount: Int32
}

/// An inline link outside the key column.
struct LinkKeys: LineEntry, Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Fingerprint of the link's whole text.
  var textKey: UInt64
  /// Fingerprint of its destination.
  var linkKey: UInt64
}

/// What identifies a row beside its name: the values of one column or of several together.
struct UniqueKey: LineEntry, Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Which columns of the table: an index into its plan's `uniqueColumns`.
  var slot: Int32
  /// Fingerprint of slot and values, never 0.
  var key: UInt64
}
