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
        if let uri = entry["uri"]?.string {
          previousResultIDs[uri] = entry["value"]?.string ?? ""
        }
      }
    }
  }

  /// LSP 3.17 *WorkspaceDiagnosticReport*.
  package struct Result: JSONEncodable {
    private let items: [DiagnosticReport]

    /// A report of documents, each of which names its document.
    package init(items: [DiagnosticReport]) { self.items = items }

    /// Writes the report.
    package func write(to writer: inout JSONWriter) {
      writer.object { $0.member("items", items) }
    }
  }
}
