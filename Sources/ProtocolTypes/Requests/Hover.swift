package import JSONText

/// LSP 3.17 *textDocument/hover*.
package enum HoverRequest: Request {
  package static let method = "textDocument/hover"
  package static let capability: String? = "hoverProvider"
  package typealias Params = PositionParams
  package typealias Result = Card?

  /// LSP 3.17 *Hover*.
  package struct Card: JSONEncodable {
    private let contents: MarkupContent
    private let range: DocumentRange

    /// A hover from its parts.
    package init(contents: MarkupContent, range: DocumentRange) {
      self.contents = contents
      self.range = range
    }

    /// Writes the hover.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("contents", contents)
        $0.member("range", range)
      }
    }
  }
}
