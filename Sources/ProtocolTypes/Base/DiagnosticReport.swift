package import JSONText

/// LSP 3.17 *DocumentDiagnosticReportKind*.
package enum DiagnosticReportKind: String, JSONEncodable {
  case full, unchanged
}

/// The diagnostics of a document for a client that asks (LSP 3.17 *DocumentDiagnosticReport*,
/// *WorkspaceDocumentDiagnosticReport*).
package struct DiagnosticReport: JSONEncodable {
  /// Identifies the diagnostics: equal ids, equal diagnostics.
  package var resultID: String
  /// A JSON array of `Diagnostic`; nil where the client has it already.
  package var items: [UInt8]?
  /// The reports of other documents that this one depends on, by URI.
  package var related: [(uri: String, report: DiagnosticReport)] = []
  /// The document and its version, in a report about the workspace.
  package var document: (uri: String, version: Int?)?

  /// A report for a client that has `previousResultID`.
  package init(items: [UInt8], resultID: String, previousResultID: String?) {
    self.resultID = resultID
    self.items = resultID == previousResultID ? nil : items
  }

  /// Writes the report.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("kind", items == nil ? DiagnosticReportKind.unchanged : .full)
      writer.member("resultId", resultID)
      if let document {
        writer.member("uri", document.uri)
        writer.member("version", document.version)
      }
      if !related.isEmpty {
        writer.key("relatedDocuments")
        writer.object { for (uri, report) in related { $0.member(uri, report) } }
      }
      if let items {
        writer.key("items")
        writer.raw(items)
      }
    }
  }
}
