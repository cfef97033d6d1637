import CatalogSchema
import LineStore

/// A problem of one row, wherever the row is; places are bytes of its line.
struct RowProblem: Sendable {
  /// The rule that reports it.
  var rule: RuleCode
  /// The severity that the rule has without a configuration.
  var severity: Severity
  var range: Range<Int>
  /// The byte where something is to be inserted, where the range shows what is next to it.
  var insertion: Int?
  var explanation: Explanation

  /// The problem of a row at a line.
  func problem(atLine line: Int) -> Problem {
    Problem(
      rule: rule, severity: severity, range: TextPosition.range(line, range),
      insertionByteColumn: insertion, message: explanation.message,
      related: explanation.related.map {
        RelatedPlace(range: TextPosition.range(line, $0.range), message: $0.message)
      },
      fix: explanation.fix.map { fix in
        Fix(
          title: fix.title, isSafe: fix.isSafe,
          edits: fix.edits.map {
            TextEdit(line: line, byteColumns: $0.range, replacement: $0.replacement)
          })
      })
  }
}

/// The message and the fix of a row's problem; places are bytes of the row's line.
package struct Explanation: Sendable {
  var message: String
  var related: [(range: Range<Int>, message: String)] = []
  var fix: RowFix?
  /// The severity, where it is not the rule's.
  var severity: Severity?
}

/// Edits of one line that fix a problem of its row.
struct RowFix: Sendable {
  /// What the edits do to the row's cells.
  enum Effect: Sendable {
    /// Values change within their cells.
    case values
    /// Empty cells are inserted.
    case insertion
    /// Surplus cells are removed.
    case removal
    /// Cells trade their values.
    case exchange
  }

  var title: String
  /// Whether it may be applied without asking; `RowFixProof` proves it.
  var isSafe = true
  var effect = Effect.values
  var edits: [RowEdit]
}

/// A replacement in one line.
struct RowEdit: Sendable {
  var range: Range<Int>
  var replacement: [UInt8]
}
