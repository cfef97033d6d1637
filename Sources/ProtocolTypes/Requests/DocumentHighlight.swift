package import JSONText

/// LSP 3.17 *textDocument/documentHighlight*.
package enum DocumentHighlightRequest: Request {
  package static let method = "textDocument/documentHighlight"
  package static let capability: String? = "documentHighlightProvider"
  package typealias Params = PositionParams
  package typealias Result = [Highlight]?

  /// LSP 3.17 *DocumentHighlightKind*.
  package enum Kind: Int, JSONEncodable {
    case read = 2
    case write = 3
  }

  /// LSP 3.17 *DocumentHighlight*.
  package struct Highlight: JSONEncodable {
    private let range: DocumentRange
    private let kind: Kind

    /// A highlight from its parts.
    package init(range: DocumentRange, kind: Kind) {
      self.range = range
      self.kind = kind
    }

    /// Writes the highlight.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("range", range)
        $0.member("kind", kind)
      }
    }
  }
}
