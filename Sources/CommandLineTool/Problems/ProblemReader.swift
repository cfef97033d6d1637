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
        ReportedProblem.Related(
          place: Self.place($0.range, text, &relatedColumns), message: $0.message)
      }, range: problem.range)
  }

  /// Converts a problem of a catalog with fingerprint and fix.
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

  /// Converts a problem of a configuration file.
  mutating func read(_ problem: ConfigurationProblem) -> ReportedProblem {
    let bytes = problem.byteRange
    let start = text.position(ofByte: bytes.lowerBound)
    let range = start..<max(start, text.position(ofByte: bytes.upperBound))
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

extension LineText {
  /// The position nearest to a byte offset.
  ///
  /// - Complexity: O(lines before it)
  fileprivate func position(ofByte offset: Int) -> TextPosition {
    var place = TextPosition(line: 0, byteColumn: 0)
    var rest = max(0, offset)
    forEachLine(in: 0..<lineCount) { line, bytes, ending in
      place = TextPosition(line: line, byteColumn: min(rest, bytes.count))
      rest -= bytes.count + ending.byteCount
      return rest >= 0
    }
    return place
  }
}
