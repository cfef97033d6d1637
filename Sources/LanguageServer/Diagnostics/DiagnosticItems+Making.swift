import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes
import Synchronization

extension DiagnosticItems {
  /// The diagnostics of a document, up to the number that the configuration allows.
  init(of document: DocumentSnapshot) {
    let catalog = document.catalog
    if let failure = document.document.configuration.failure {
      self.init { Self.unchecked(document, failure)?.write(to: &$0) }
      return
    }
    let report = catalog.problems(
      limit: catalog.configuration.problemCountMax, first: document.document.editedLines.ranges)
    self.init { writer in
      for entry in report.entries {
        let rendering = Self.rendering(of: entry.group, entry.line, document)
        writer.fill(rendering.bytes, openOffsets: rendering.lineOffsets, with: entry.line)
      }
      if report.isCut { Self.tooMany(document, report.count)?.write(to: &writer) }
    }
  }

  /// A group's diagnostics with commas between them, rendered once: an edit sends hundreds.
  private static func rendering(
    of group: ProblemGroup, _ line: Int, _ document: DocumentSnapshot
  ) -> GroupRendering {
    if let known = group.rendering.withLock({ $0 }) { return known }
    var writer = JSONWriter()
    for problem in group.problems(atLine: line) {
      var diagnostic = document.diagnostic(problem)
      diagnostic.isLineOpen = group.movesWithRow
      diagnostic.write(to: &writer)
    }
    let new = GroupRendering(bytes: writer.bytes, lineOffsets: writer.openOffsets)
    group.rendering.withLock { $0 = new }
    return new
  }

  /// The diagnostic of a list that is not checked; nil without a table.
  private static func unchecked(
    _ document: DocumentSnapshot, _ failure: ConfigurationFailure
  ) -> Diagnostic? {
    guard let table = document.catalog.tables.first else { return nil }
    let file = failure.path.split(separator: "/").last.map(String.init) ?? failure.path
    return Diagnostic(
      range: document.visibleRange(ofLine: table.headerLine), severity: .error,
      code: InvalidConfigurationRule.rule.code.rawValue,
      message: "This list is not checked: fix “\(file)”, \(failure.problem)")
  }

  private static func tooMany(_ document: DocumentSnapshot, _ shownCount: Int) -> Diagnostic? {
    let catalog = document.catalog
    let rule = TooManyProblemsRule.rule
    guard let severity = catalog.configuration.severity(of: rule.code, standard: rule.severity)
    else { return nil }
    let hiddenCount = max(1, catalog.problemCount - shownCount)
    return Diagnostic(
      range: document.visibleRange(ofLine: 0), severity: DiagnosticSeverity(severity),
      code: rule.code.rawValue,
      message: "More than \(shownCount) problems: about \(hiddenCount) are not shown; run "
        + "“mdcatalog check” to see all")
  }

  // MARK: Configuration

  /// The problems of a configuration file, up to a limit.
  init(of problems: [ConfigurationProblem], in file: ConfigurationText) {
    let text = file.text
    self.init { writer in
      for problem in problems.prefix(Configuration.standardProblemCountMax) {
        let start = text.position(ofByteOffset: problem.byteRange.lowerBound)
        let end = max(start, text.position(ofByteOffset: problem.byteRange.upperBound))
        Diagnostic(
          range: file.visibleRange(start..<end), severity: .error,
          code: InvalidConfigurationRule.rule.code.rawValue, message: problem.message
        ).write(to: &writer)
      }
    }
  }
}

extension DocumentSnapshot {
  /// One problem as a diagnostic.
  func diagnostic(_ problem: Problem) -> Diagnostic {
    let related = client.showsRelatedInformation ? problem.related : []
    return Diagnostic(
      range: visibleRange(problem.range), severity: DiagnosticSeverity(problem.severity),
      code: problem.rule.rawValue, message: problem.message,
      related: related.map { (uri, visibleRange($0.range), $0.message) })
  }
}

extension DiagnosticSeverity {
  /// LSP's name of a severity, which has the same number.
  fileprivate init(_ severity: Severity) { self = Self(rawValue: severity.rawValue) ?? .error }
}
