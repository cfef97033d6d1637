import CatalogSchema
import LineStore
import TableSyntax

/// What all checks of broken tables report.
enum BrokenTable {
  static let code = RuleCode("broken-table")
  static let severity = Severity.error

  /// A broken table.
  static func problem(
    _ range: Range<TextPosition>, _ message: String, related: [RelatedPlace] = [], fix: Fix? = nil
  ) -> Problem {
    Problem(
      rule: code, severity: severity, range: range, message: message, related: related, fix: fix)
  }

  /// How many lines are not rendered as rows.
  static func unrendered(_ count: Int) -> String {
    if count == 1 { return "1 line is not rendered as a row" }
    let countMax = RowLikeLines.countMax
    let number = count > countMax ? "more than \(countMax)" : "\(count)"
    return "\(number) lines are not rendered as rows"
  }
}
