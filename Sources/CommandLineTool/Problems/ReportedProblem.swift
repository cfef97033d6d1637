import CatalogSchema
import LineStore

/// A problem as reports show it: 1-based lines and columns, columns in Unicode scalars.
struct ReportedProblem {
  var place: ReportedRange
  var rule: RuleCode
  var severity: Severity
  var message: String
  /// Whether `check --fix` fixes it.
  var isFixable: Bool
  /// Related places.
  var related: [(place: ReportedRange, message: String)] = []
  /// The place in the text.
  var range: Range<TextPosition>
  /// `Catalog.fingerprint(of:)`, if details were requested.
  var fingerprint: UInt64?
  /// Its fix, if details were requested.
  var fix: ReportedFix?

  /// The key to match it by, if details were requested.
  var key: ProblemKey? { fingerprint.map { ProblemKey(rule: rule, fingerprint: $0) } }
}

/// A fix of a problem.
struct ReportedFix {
  var title: String
  /// Texts and the places they replace, in the current text.
  var replacements: [(place: ReportedRange, text: String)]
}

/// A half-open place for people: 1-based lines, 1-based columns in Unicode scalars.
struct ReportedRange {
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int

  /// The start as compilers print it.
  var start: String { "\(line):\(column)" }
}
