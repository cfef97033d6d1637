import CatalogFeatures
import CatalogModel
import JSONText
import LineStore
import MessageStream
import ProtocolTypes

/// LSP 3.17 *textDocument/codeAction*: the fixes of the problems in the range, whatever
/// diagnostics the client sends along, and all safe fixes at once.
enum CodeActionHandler {
  static let fixAllKind = "source.fixAll.mdcatalog"

  @Sendable static func handle(
    _ params: JSONValue, _ session: inout Session
  ) throws(ResponseError) -> [UInt8] {
    let document = try session.document(params)
    guard let range = DocumentRange(params["range"]) else {
      throw .invalidParams("range is missing")
    }
    let only = params["context"]?["only"]?.array?.compactMap(\.string)
    var writer = JSONWriter()
    writer.beginArray()
    if session.client.hasCodeActionLiterals {
      if wants("quickfix", only) { writeFixes(range, document, session, &writer) }
      if wants(fixAllKind, only) { writeFixAll(document, session, &writer) }
    }
    writer.endArray()
    return writer.bytes
  }

  /// A kind is asked for by itself or by what it is a kind of.
  private static func wants(_ kind: String, _ only: [String]?) -> Bool {
    guard let only else { return true }
    return only.contains { $0 == kind || $0.isEmpty || kind.hasPrefix($0 + ".") }
  }

  private static func writeFixes(
    _ range: DocumentRange, _ document: Document, _ session: Session, _ writer: inout JSONWriter
  ) {
    let place = session.converter.range(range, in: document.catalog.text)
    let lines = place.lowerBound.line..<place.upperBound.line + 1
    for problem in document.catalog.problems(ofLines: lines) {
      guard problem.range.lowerBound <= place.upperBound,
        place.lowerBound <= problem.range.upperBound
      else { continue }
      if let fix = problem.fix {
        write(
          fix.title, fix.edits, isPreferred: fix.isSafe, problem, document, session, &writer)
      }
      if let ignore = IgnoreComment.fix(for: problem, in: document.catalog) {
        write(
          ignore.title, ignore.edits, isPreferred: false, problem, document, session, &writer)
      }
    }
  }

  private static func write(
    _ title: String, _ edits: [TextEdit], isPreferred: Bool, _ problem: Problem,
    _ document: Document, _ session: Session, _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("title")
    writer.string(title)
    writer.key("kind")
    writer.string("quickfix")
    writer.key("diagnostics")
    writer.beginArray()
    DiagnosticWriter.diagnostic(problem, document.catalog.text, session.converter).write(
      to: &writer, uri: document.uri, withRelated: session.client.showsRelatedInformation)
    writer.endArray()
    if isPreferred {
      writer.key("isPreferred")
      writer.bool(true)
    }
    writer.key("edit")
    EditWriter.workspaceEdit(edits, document, session, &writer)
    writer.endObject()
  }

  private static func writeFixAll(
    _ document: Document, _ session: Session, _ writer: inout JSONWriter
  ) {
    let fixed = Fixing.fixed(document.catalog, .safe).catalog
    let edits = LineDifference.edits(from: document.catalog.text, to: fixed.text)
    if edits.isEmpty { return }
    writer.beginObject()
    writer.key("title")
    writer.string("Mend all that can safely be mended")
    writer.key("kind")
    writer.string(fixAllKind)
    writer.key("edit")
    EditWriter.workspaceEdit(edits, document, session, &writer)
    writer.endObject()
  }
}
