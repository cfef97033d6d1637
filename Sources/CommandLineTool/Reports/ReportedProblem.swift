import CatalogModel
import CatalogSchema
import LineStore

/// A problem as reports show it: 1-based lines and columns, columns in Unicode scalars.
struct ReportedProblem {
  /// Another place that belongs to a problem.
  struct Related {
    var place: ReportedRange
    var message: String
  }

  var place: ReportedRange
  var rule: RuleCode
  var severity: Severity
  var message: String
  /// Whether `check --fix` mends it.
  var isFixable: Bool
  var related: [Related] = []
  /// The place in the text.
  var range: Range<TextPosition>
  /// What only some reports need.
  var detail: Detail?

  /// What a program needs to know a problem again and to mend it.
  struct Detail {
    /// `Catalog.fingerprint(of:)`.
    var fingerprint: UInt64
    var fix: ReportedFix?
  }

  /// What it is known again by, where that was asked for.
  var key: ProblemKey? { detail.map { ProblemKey(rule: rule, fingerprint: $0.fingerprint) } }
}

/// How a problem can be mended.
struct ReportedFix {
  var title: String
  /// What is put where, in the text as it is.
  var replacements: [(place: ReportedRange, text: String)]
}

/// A half-open place in a text for people: 1-based lines, 1-based columns in Unicode scalars.
struct ReportedRange {
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
}

/// Makes reported problems of the problems of one text, best in their order.
struct ProblemReader {
  let text: LineText
  private var columns = ScalarColumns()
  /// Related places have an order of their own: many problems may share one.
  private var relatedColumns = ScalarColumns()
  private var fixColumns = ScalarColumns()

  init(_ text: LineText) { self.text = text }

  /// A problem of a catalog.
  mutating func read(_ problem: Problem) -> ReportedProblem {
    ReportedProblem(
      place: Self.place(problem.range, text, &columns), rule: problem.rule,
      severity: problem.severity, message: problem.message, isFixable: problem.fix?.isSafe == true,
      related: problem.related.map {
        ReportedProblem.Related(
          place: Self.place($0.range, text, &relatedColumns), message: $0.message)
      }, range: problem.range)
  }

  /// A problem of a catalog with fingerprint and fix.
  mutating func read(_ problem: Problem, inDetailOf catalog: Catalog) -> ReportedProblem {
    var reported = read(problem)
    let fix = problem.fix.map { fix in
      ReportedFix(
        title: fix.title,
        replacements: fix.edits.map { edit in
          let place = Self.place(edit.start..<max(edit.start, edit.end), text, &fixColumns)
          return (place, String(decoding: edit.replacement, as: UTF8.self))
        })
    }
    reported.detail = ReportedProblem.Detail(
      fingerprint: catalog.fingerprint(of: problem), fix: fix)
    return reported
  }

  /// A problem of a configuration file.
  mutating func read(_ problem: ConfigurationProblem) -> ReportedProblem {
    let bytes = problem.byteRange
    let start = text.position(ofByteOffset: bytes.lowerBound)
    let range = start..<max(start, text.position(ofByteOffset: bytes.upperBound))
    return ReportedProblem(
      place: Self.place(range, text, &columns), rule: InvalidConfigurationRule.rule.code, severity: .error,
      message: problem.message, isFixable: false, range: range)
  }

  private static func place(
    _ range: Range<TextPosition>, _ text: LineText, _ columns: inout ScalarColumns
  ) -> ReportedRange {
    let columns = columns.columns(of: range, in: text)
    return ReportedRange(
      line: range.lowerBound.line + 1, column: columns.start,
      endLine: range.upperBound.line + 1, endColumn: columns.end)
  }
}
