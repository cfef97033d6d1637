package import JSONText

/// LSP 3.17 *textDocument/diagnostic*.
package enum DocumentDiagnosticRequest: Request {
  package static let method = "textDocument/diagnostic"
  package static let capability: String? = "diagnosticProvider"
  /// LSP 3.17 *DiagnosticOptions*: documents do not depend on one another.
  package static let options = JSONValue.object([
    ("identifier", .string("mdcatalog")), ("interFileDependencies", .bool(false)),
  ])
  package typealias Result = DiagnosticReport

  /// LSP 3.17 *DocumentDiagnosticParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package let uri: String
    /// The id of the report that the client has.
    package let previousResultID: String?

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      previousResultID = json["previousResultId"]?.string
    }
  }
}
