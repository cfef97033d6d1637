package import JSONText

/// LSP 3.17 *textDocument/documentLink*.
package enum DocumentLinkRequest: Request {
  package static let method = "textDocument/documentLink"
  package static let capability: String? = "documentLinkProvider"
  package typealias Params = DocumentParams
  package typealias Result = [Link]

  /// LSP 3.17 *DocumentLinkOptions*.
  package struct Options: CapabilityOptions {
    /// Links are sent whole.
    package init() {}

    /// The options as JSON.
    package var json: JSONValue { .object([("resolveProvider", .bool(false))]) }
  }

  /// LSP 3.17 *DocumentLink*.
  package struct Link: JSONEncodable {
    private let range: DocumentRange
    private let target: String

    /// A link from its parts.
    package init(range: DocumentRange, target: String) {
      self.range = range
      self.target = target
    }

    /// Writes the link.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("range", range)
        $0.member("target", target)
      }
    }
  }
}
