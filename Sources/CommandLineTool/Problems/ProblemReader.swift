import CatalogModel
import CatalogSchema
import LineStore

/// Converts the problems of one text; fastest in their order.
struct ProblemReader {
  let text: LineText
  private var columns = ScalarColumns()
  /// Related places have an order of their own.
  private var relatedColumns = ScalarColumns()
  private var fixColumns = ScalarColumns()

  init(_ text: LineText) { self.text = text }

  /// Converts a problem of a catalog.
  mutating func read(_ problem: Problem) -> ReportedProblem {
    ReportedProblem(
      place: Self.place(problem.range, text, &columns), rule: problem.rule,
      severity: problem.severity, message: problem.message, isFixable: problem.fix?.isSafe == true,
      related: problem.related.map {
        (Self.place($0.range, text, &relatedColumns), $0.message)
      }, range: problem.range)
  }

  /// Converts a problem of a catalog with fingerprint and fix.
  mutating func read(_ problem: Problem, inDetailOf catalog: Catalog) -> ReportedProblem {
    var reported = read(problem)
    reported.fingerprint = catalog.fingerprint(of: problem)
    reported.fix = problem.fix.map { fix in
      ReportedFix(
        title: fix.title,
        replacements: fix.edits.map { edit in
          let place = Self.place(edit.start..<max(edit.start, edit.end), text, &fixColumns)
          return (place, String(decoding: edit.replacement, as: UTF8.self))
        })
    }
    return reported
  }

  /// Converts a problem of a configuration file.
  mutating func read(_ problem: ConfigurationProblem) -> ReportedProblem {
    let bytes = problem.byteRange
    let start = text.position(ofByteOffset: bytes.lowerBound)
    let range = text.visible(start..<max(start, text.position(ofByteOffset: bytes.upperBound)))
    return ReportedProblem(
      place: Self.place(range, text, &columns), rule: InvalidConfigurationRule.rule.code,
      severity: .error,
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
