package import JSONText

/// LSP 3.17 *textDocument/publishDiagnostics*.
package struct PublishDiagnosticsParams: JSONEncodable {
  /// The method's name.
  package static let method = "textDocument/publishDiagnostics"

  private let uri: String
  private let version: Int?
  private let items: [UInt8]

  /// Parameters from their parts; the items are a JSON array of `Diagnostic`.
  package init(uri: String, version: Int?, items: [UInt8]) {
    self.uri = uri
    self.version = version
    self.items = items
  }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object {
      $0.member("uri", uri)
      $0.member("version", ifPresent: version)
      $0.key("diagnostics")
      $0.raw(items)
    }
  }
}
