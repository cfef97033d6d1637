import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText
import LineStore
import ProtocolTypes

/// Writes the actions of a document (LSP 3.17 *CodeAction*).
struct CodeActionWriter: Sendable {
  private let document: Document
  private let edits: EditWriter
  private let client: ClientCapabilities

  /// A writer for a document of a session.
  init(_ document: Document, _ session: Session) {
    self.document = document
    edits = EditWriter(document, session)
    client = session.client
  }

  /// Writes what can be done about problems: first each one's fix, and for each rule of a row once
  /// that it may be ignored there.
  func writeFixes(
    of problems: [Problem], _ writer: inout JSONWriter, _ interruption: Interruption
  ) throws(Interrupted) {
    var ignored: Set<IgnoredRule> = []
    for problem in problems.prefix(ServerLimits.fixedProblemCountMax) {
      try interruption.check()
      if let fix = problem.fix { try write(fix, of: problem, &writer) }
      if problem.rule == UnformattedTableRule.rule.code {
        let format = WholeDocumentFix.formatTable(line: problem.range.lowerBound.line)
        try write(format, of: problem, isAsked: false, &writer, interruption)
      }
      let rule = IgnoredRule(line: problem.range.lowerBound.line, rule: problem.rule)
      if ignored.insert(rule).inserted,
        let ignore = IgnoreComment.fix(for: problem, in: document.catalog)
      {
        try write(ignore, of: problem, &writer)
      }
    }
  }

  private struct IgnoredRule: Hashable {
    var line: Int
    var rule: RuleCode
  }

  private func write(
    _ fix: Fix, of problem: Problem, _ writer: inout JSONWriter
  ) throws(Interrupted) {
    begin(fix.title, kind: "quickfix", of: problem, isPreferred: fix.isSafe, &writer)
    writer.key("edit")
    try edits.writeWorkspaceEdit(fix.edits, to: &writer)
    writer.endObject()
  }

  /// Writes an action that takes a look at the whole document.
  ///
  /// Where nobody asked for it its edits are made once it is chosen; for a client that cannot ask
  /// for them then, they are made at once as long as they are few.
  func write(
    _ fix: WholeDocumentFix, of problem: Problem? = nil, isAsked: Bool, _ writer: inout JSONWriter,
    _ interruption: Interruption
  ) throws(Interrupted) {
    let isLater = !isAsked && client.resolvesCodeActions
    let isLarge = fix.byteCount(in: document.catalog) > ServerLimits.unaskedEditByteCountMax
    if !isAsked, !isLater, isLarge { return }
    let made = try isLater ? [] : fix.edits(of: document.catalog, interruption)
    if !isLater, made.isEmpty { return }
    begin(fix.title, kind: fix.kind, of: problem, isPreferred: problem != nil, &writer)
    if isLater {
      writer.key("data")
      writer.write(fix.data(uri: document.uri))
    } else {
      writer.key("edit")
      try edits.writeWorkspaceEdit(made, to: &writer, interruption)
    }
    writer.endObject()
  }

  private func begin(
    _ title: String, kind: String, of problem: Problem?, isPreferred: Bool,
    _ writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("title")
    writer.string(title)
    writer.key("kind")
    writer.string(kind)
    if let problem {
      writer.key("diagnostics")
      writer.beginArray()
      DiagnosticWriter.diagnostic(problem, document.catalog.text, edits.converter).write(
        to: &writer, uri: document.uri, withRelated: client.showsRelatedInformation)
      writer.endArray()
    }
    if isPreferred {
      writer.key("isPreferred")
      writer.bool(true)
    }
  }
}
