package import CatalogSchema
import LineStore

/// A rule: its code, its severity, and the checks by which it finds problems.
///
/// `Rules` has one file for each, whose documentation comment is the rule's documentation.
package struct Rule: Sendable {
  /// What the rule is called in configurations, comments and reports.
  package let code: RuleCode
  /// The severity where no configuration says otherwise.
  package let severity: Severity
  /// What the rule checks; a rule that is reported by other means has no checks.
  let checks: [Check]

  /// A check by its scope: what it has to see to find a problem.
  enum Check: Sendable {
    /// One cell.
    case cell(CellCheck)
    /// One row.
    case row(RowCheck)
    /// A row and the rows that it is related to.
    case relation(RelationCheck)
    /// A line, in a table or not.
    case line(LineCheck)
    /// A table as a whole, and the lines after it.
    case table(TableCheck)
    /// A row, by what the other rows of its table have.
    case guess(GuessCheck)
  }

  /// Finds the problems of a table.
  typealias TableCheck = @Sendable (CatalogTable, Catalog, ProblemDepth) -> [Problem]
  /// Reports a row that differs from what the other rows of its table repeat.
  typealias GuessCheck = @Sendable (GuessView, Span<UInt8>, inout ProblemSink) -> Void

  init(_ code: String, _ severity: Severity, _ checks: Check...) {
    self.code = RuleCode(code)
    self.severity = severity
    self.checks = checks
  }

  /// A problem of this rule.
  func problem(
    _ range: Range<TextPosition>, _ message: String, related: [RelatedPlace] = [], fix: Fix? = nil
  ) -> Problem {
    Problem(
      rule: code, severity: severity, range: range, message: message, related: related, fix: fix)
  }
}

extension Rule.Check {
  /// A check of cells with at least one of these traits.
  static func cells(
    _ traits: CellTraits,
    _ check: @escaping @Sendable (CellView, RowContext, Span<UInt8>, inout ProblemSink) -> Void
  ) -> Rule.Check {
    .cell(CellCheck(traits: traits, check: check))
  }

  /// A check of rows with too few or too many cells, or with misplaced values.
  static func irregularRows(
    _ check: @escaping @Sendable (RowView, Span<UInt8>, inout ProblemSink) -> Void
  ) -> Rule.Check {
    .row(RowCheck(appliesToRegularRows: false, check: check))
  }

  /// A check of all rows; it costs the fast reading of rows cell by cell.
  static func allRows(
    _ check: @escaping @Sendable (RowView, Span<UInt8>, inout ProblemSink) -> Void
  ) -> Rule.Check {
    .row(RowCheck(appliesToRegularRows: true, check: check))
  }
}

/// A check of rows by the rows they are related to, such as those of the same name.
package struct RelationCheck: Sendable {
  /// Whether a block may have rows with a problem: no line is read.
  let mayFind: @Sendable (_ block: Int, Catalog) -> Bool
  /// Marks the lines of a block, by their indices in it, that may have a problem.
  let mark: @Sendable (_ block: Int, Catalog, _ isMarked: inout [Bool]) -> Void
  /// The problems of a marked row.
  let problems: @Sendable (PlacedRow, CatalogTable, Catalog, ProblemDepth) -> [Problem]
}

/// A check of lines by what is known of them without reading them, also outside tables.
package struct LineCheck: Sendable {
  /// Whether a block may have such lines: no line is read.
  let mayFind: @Sendable (_ block: Int, Catalog) -> Bool
  /// Whether a line may have a problem.
  let mayReport: @Sendable (LineMetadata) -> Bool
  /// The problems of such a line.
  let problems: @Sendable (_ line: Int, Catalog, ProblemDepth) -> [Problem]
}

/// A body row at its place in the catalog.
package struct PlacedRow {
  /// 0-based line.
  let line: Int
  /// Index of the line in its block.
  let lineInBlock: Int
  let block: BlockMetadata
  /// What is known of the line.
  var metadata: LineMetadata { block.lines[lineInBlock] }
}
