import CatalogSchema
import LineStore

/// A problem as reports show it: 1-based lines and columns, columns in Unicode scalars.
struct ReportedProblem {
  /// A related place.
  struct Related {
    var place: ReportedRange
    var message: String
  }

  var place: ReportedRange
  var rule: RuleCode
  var severity: Severity
  var message: String
  /// Whether `check --fix` fixes it.
  var isFixable: Bool
  var related: [Related] = []
  /// The place in the text.
  var range: Range<TextPosition>
  /// What only some reports need.
  var detail: Detail?

  /// What programs need to match a problem and to fix it.
  struct Detail {
    /// `Catalog.fingerprint(of:)`.
    var fingerprint: UInt64
    var fix: ReportedFix?
  }

  /// The key to match it by, if details were requested.
  var key: ProblemKey? { detail.map { ProblemKey(rule: rule, fingerprint: $0.fingerprint) } }
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
}
