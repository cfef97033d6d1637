/// The diagnostics of a document for a client that asks (LSP 3.17 *DocumentDiagnosticReport*,
/// *WorkspaceDocumentDiagnosticReport*).
package struct DiagnosticReport: ObjectEncodable {
  /// LSP 3.17 *DocumentDiagnosticReportKind*.
  private enum Kind: String, JSONEncodable {
    case full, unchanged
  }

  /// The report as JSON.
  package let json: JSONObject

  /// A report without the diagnostics that the client has already.
  ///
  /// - Parameters:
  ///   - items: a JSON array of `Diagnostic`
  ///   - resultID: identifies the diagnostics: equal ids, equal diagnostics
  ///   - previousResultID: that of the report that the client has
  ///   - document: the document and its version, in a report about the workspace
  ///   - related: the reports of other documents that this one depends on, by URI
  package init(
    items: [UInt8], resultID: String, previousResultID: String?,
    document: (uri: String, version: Int?)? = nil,
    related: [(uri: String, report: DiagnosticReport)] = []
  ) {
    let isKnown = resultID == previousResultID
    // A version that is nil is written as null.
    json = [
      "kind": isKnown ? Kind.unchanged : .full, "resultId": resultID,
      "uri": document?.uri, "version": document.map(\.version),
      "relatedDocuments": related.isEmpty
        ? nil : JSONObject(related.map { ($0.uri, $0.report) }),
      "items": isKnown ? nil : EncodedJSON(bytes: items),
    ]
  }
}
