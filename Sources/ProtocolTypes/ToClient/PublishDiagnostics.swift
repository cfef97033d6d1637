/// LSP 3.17 *textDocument/publishDiagnostics*.
package struct PublishDiagnosticsParams: ObjectEncodable {
  /// The method's name.
  package static let method = "textDocument/publishDiagnostics"

  /// The parameters as JSON.
  package let json: JSONObject

  /// Parameters from their parts; the items are a JSON array of `Diagnostic`.
  package init(uri: String, version: Int?, items: [UInt8]) {
    json = ["uri": uri, "version": version, "diagnostics": EncodedJSON(bytes: items)]
  }
}
