import CatalogModel
import CatalogSchema
import JSONText
import LineStore

/// A problem as reports show it: 1-based lines and columns, columns in Unicode scalars.
struct ReportedProblem {
  var file: String
  var line: Int
  var column: Int
  var endLine: Int
  var endColumn: Int
  var rule: RuleCode
  var severity: Severity
  var message: String
  var isFixable: Bool
  var related: [(line: Int, column: Int, message: String)] = []
  /// The source line, for the text report.
  var sourceLine: [UInt8] = []
  /// The place in the source line, in bytes.
  var byteColumns = 0..<0

  /// A problem of a catalog.
  init(_ problem: Problem, in text: LineText, file: String) {
    self.file = file
    let start = problem.range.lowerBound
    let end = problem.range.upperBound
    line = start.line + 1
    column = Self.column(start, text)
    endLine = end.line + 1
    endColumn = Self.column(end, text)
    rule = problem.rule
    severity = problem.severity
    message = problem.message
    isFixable = problem.fix?.isSafe == true
    related = problem.related.map {
      ($0.range.lowerBound.line + 1, Self.column($0.range.lowerBound, text), $0.message)
    }
    sourceLine = Array(text.line(start.line))
    let lineEnd = end.line == start.line ? end.byteColumn : sourceLine.count
    byteColumns =
      min(
        start.byteColumn, sourceLine.count)..<min(max(start.byteColumn, lineEnd), sourceLine.count)
  }

  /// A problem of a configuration file.
  init(_ problem: ConfigurationProblem, in source: [UInt8], file: String) {
    self.file = file
    let start = JSONPosition.of(byteOffset: problem.byteRange.lowerBound, in: source)
    let end = JSONPosition.of(byteOffset: problem.byteRange.upperBound, in: source)
    line = start.line
    column = start.column
    endLine = end.line
    endColumn = end.column
    rule = .invalidConfiguration
    severity = .error
    message = problem.message
    isFixable = false
  }

  /// 1-based, in Unicode scalars; a byte order mark at the text's start is not counted.
  private static func column(_ position: TextPosition, _ text: LineText) -> Int {
    text.withLine(position.line) { bytes, _ in
      var count = 1
      let hasMark =
        position.line == 0 && bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB
        && bytes[2] == 0xBF
      for index in (hasMark ? 3 : 0)..<max(hasMark ? 3 : 0, min(position.byteColumn, bytes.count))
      where bytes[index] & 0xC0 != 0x80 {
        count += 1
      }
      return count
    }
  }
}

/// The forms that `check` reports in.
enum ReportFormat: String, CaseIterable {
  case text, json, github, sarif, junit
}
