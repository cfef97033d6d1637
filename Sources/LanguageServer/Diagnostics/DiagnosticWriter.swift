import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes
import Synchronization

/// Writes a document's problems as diagnostics.
enum DiagnosticWriter {
  /// The JSON array of a document's diagnostics, at most as many as the configuration allows.
  static func items(
    of document: Document, _ converter: PositionConverter, _ client: ClientCapabilities
  ) -> [UInt8] {
    let limit = document.catalog.configuration.problemCountMax
    let report = document.catalog.problems(limit: limit)
    var writer = JSONWriter()
    writer.beginArray()
    for row in report.rows {
      for group in row.groups {
        let rendering = rendering(of: group, row.line, document, converter, client)
        writer.fill(rendering.bytes, openOffsets: rendering.lineOffsets, with: row.line)
      }
    }
    if report.isCut, let note = tooMany(document.catalog, report.count, converter) {
      note.write(to: &writer, uri: document.uri, withRelated: false)
    }
    writer.endArray()
    return writer.bytes
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

  private static func tooMany(
    _ catalog: Catalog, _ shownCount: Int, _ converter: PositionConverter
  ) -> Diagnostic? {
    guard let severity = catalog.configuration.severity(of: .tooManyProblems) else { return nil }
    let start = Position(line: 0, character: 0)
    return Diagnostic(
      range: DocumentRange(start: start, end: start), severity: severity.rawValue,
      code: RuleCode.tooManyProblems.rawValue,
      message: "More than \(shownCount) problems: about "
        + "\(max(1, catalog.problemCount - shownCount)) are not shown; “mdcatalog check” shows all",
      related: [])
  }

  /// The parameters of a publication of what is wrong in a configuration file.
  static func configurationProblems(
    _ file: ConfigurationFile, _ converter: PositionConverter
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("uri")
    writer.string(FileURI.uri(file.path))
    writer.key("diagnostics")
    writer.raw(items(of: file, converter))
    writer.endObject()
    return writer.bytes
  }

  /// The JSON array of what is wrong in a configuration file.
  static func items(of file: ConfigurationFile, _ converter: PositionConverter) -> [UInt8] {
    let text = LineText(ContiguousArray(file.source))
    var writer = JSONWriter()
    writer.beginArray()
    for problem in file.problems {
      let start = place(problem.byteRange.lowerBound, file.source)
      let end = place(problem.byteRange.upperBound, file.source)
      Diagnostic(
        range: converter.range(start..<end, in: text), severity: Severity.error.rawValue,
        code: RuleCode.invalidConfiguration.rawValue, message: problem.message, related: []
      ).write(to: &writer, uri: "", withRelated: false)
    }
    writer.endArray()
    return writer.bytes
  }

  private static func place(_ byteOffset: Int, _ source: [UInt8]) -> TextPosition {
    var place = TextPosition(line: 0, byteColumn: 0)
    for byte in source.prefix(byteOffset) {
      place.byteColumn += 1
      if byte == UInt8(ascii: "\n") { place = TextPosition(line: place.line + 1, byteColumn: 0) }
    }
    return place
  }
}
