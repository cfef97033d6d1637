package import JSONText

/// LSP 3.17 *textDocument/diagnostic*.
package enum DocumentDiagnosticRequest: Request {
  package static let method = "textDocument/diagnostic"
  package static let capability: String? = "diagnosticProvider"
  package typealias Result = DiagnosticReport

  /// LSP 3.17 *DiagnosticOptions*.
  package struct Options: CapabilityOptions {
    /// Documents do not depend on one another.
    package init() {}

    /// The options as JSON.
    package var json: JSONValue {
      .object([("identifier", .string("mdcatalog")), ("interFileDependencies", .bool(false))])
    }
  }

  /// LSP 3.17 *DocumentDiagnosticParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package var uri: String
    /// The id of the report that the client has.
    package var previousResultID: String?

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      previousResultID = json["previousResultId"]?.string
    }
  }
}
