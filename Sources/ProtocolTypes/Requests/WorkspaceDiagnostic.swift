package import JSONText

/// LSP 3.17 *workspace/diagnostic*.
package enum WorkspaceDiagnosticRequest: Request {
  package static let method = "workspace/diagnostic"
  package static let capability: String? = "diagnosticProvider.workspaceDiagnostics"

  /// LSP 3.17 *WorkspaceDiagnosticParams*.
  package struct Params: JSONDecodable {
    /// The ids of the reports that the client has, by URI.
    package var previousResultIDs: [String: String] = [:]

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      for entry in json["previousResultIds"]?.array ?? [] {
        guard let uri = entry["uri"]?.string else { continue }
        previousResultIDs[uri] = entry["value"]?.string ?? ""
      }
    }
  }

  /// LSP 3.17 *WorkspaceDiagnosticReport*.
  package struct Result: ObjectEncodable {
    /// The report as JSON.
    package let json: JSONObject

    /// A report of documents, each of which names its document.
    package init(items: [DiagnosticReport]) { json = ["items": items] }
  }
}
