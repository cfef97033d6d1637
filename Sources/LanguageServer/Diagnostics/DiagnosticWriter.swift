import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes
import Synchronization

/// Writes a document's problems as diagnostics.
enum DiagnosticWriter {
  /// A document's diagnostics, at most as many as the configuration allows.
  static func report(
    of document: Document, _ converter: PositionConverter, _ client: ClientCapabilities
  ) -> DiagnosticReport {
    let catalog = document.catalog
    let report = catalog.problems(
      limit: catalog.configuration.problemCountMax, first: document.changedLines.ranges)
    var writer = JSONWriter()
    writer.beginArray()
    for entry in report.entries {
      let rendering = rendering(of: entry.group, entry.line, document, converter, client)
      writer.fill(rendering.bytes, openOffsets: rendering.lineOffsets, with: entry.line)
    }
    if report.isCut, let note = tooMany(catalog, report.count) {
      note.write(to: &writer, uri: document.uri, withRelated: false)
    }
    writer.endArray()
    return DiagnosticReport(items: writer.bytes)
  }

  /// A group as diagnostics parted by commas, made once: an editor is sent hundreds per keystroke.
  private static func rendering(
    of group: ProblemGroup, _ line: Int, _ document: Document, _ converter: PositionConverter,
    _ client: ClientCapabilities
  ) -> GroupRendering {
    if let known = group.rendering.withLock({ $0 }) { return known }
    var writer = JSONWriter()
    for problem in group.problems(atLine: line) {
      var diagnostic = diagnostic(problem, document.catalog.text, converter)
      diagnostic.isLineOpen = group.movesWithRow
      diagnostic.write(
        to: &writer, uri: document.uri, withRelated: client.showsRelatedInformation)
    }
    let new = GroupRendering(bytes: writer.bytes, lineOffsets: writer.openOffsets)
    group.rendering.withLock { $0 = new }
    return new
  }

  /// One problem as a diagnostic.
  static func diagnostic(
    _ problem: Problem, _ text: LineText, _ converter: PositionConverter
  ) -> Diagnostic {
    Diagnostic(
      range: converter.range(problem.range, in: text), severity: problem.severity.rawValue,
      code: problem.rule.rawValue, message: problem.message,
      related: problem.related.map {
        Diagnostic.Related(range: converter.range($0.range, in: text), message: $0.message)
      })
  }

  private static func tooMany(_ catalog: Catalog, _ shownCount: Int) -> Diagnostic? {
    let rule = TooManyProblemsRule.rule
    guard
      let severity = catalog.configuration.severity(of: rule.code, standard: rule.severity)
    else { return nil }
    let start = Position(line: 0, character: 0)
    return Diagnostic(
      range: DocumentRange(start: start, end: start), severity: severity.rawValue,
      code: TooManyProblemsRule.rule.code.rawValue,
      message: "More than \(shownCount) problems: about "
        + "\(max(1, catalog.problemCount - shownCount)) are not shown; “mdcatalog check” shows all",
      related: [])
  }

  // MARK: Configuration

  /// What is wrong in a configuration file, as far as an editor is shown it.
  static func report(
    of problems: [ConfigurationProblem], in text: LineText, _ converter: PositionConverter
  ) -> DiagnosticReport {
    var writer = JSONWriter()
    writer.beginArray()
    for problem in problems.prefix(Configuration.standardProblemCountMax) {
      let start = text.position(ofByteOffset: problem.byteRange.lowerBound)
      let end = max(start, text.position(ofByteOffset: problem.byteRange.upperBound))
      Diagnostic(
        range: converter.range(start..<end, in: text), severity: Severity.error.rawValue,
        code: InvalidConfigurationRule.rule.code.rawValue, message: problem.message, related: []
      ).write(to: &writer, uri: "", withRelated: false)
    }
    writer.endArray()
    return DiagnosticReport(items: writer.bytes)
  }

  /// What is wrong in a configuration file that is open.
  static func report(
    of text: ConfigurationText, _ converter: PositionConverter
  ) -> DiagnosticReport {
    report(of: text.problems, in: text.text, converter)
  }

  /// What is wrong in a configuration file as it was last seen; nothing where it is gone.
  static func report(
    of known: ConfigurationStore.Known, _ converter: PositionConverter
  ) -> DiagnosticReport {
    guard let file = known.file else { return .empty }
    return report(of: file.problems, in: LineText(ContiguousArray(file.source)), converter)
  }
}
