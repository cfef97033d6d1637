package import JSONText

/// LSP 3.17 *textDocument/inlayHint*.
package enum InlayHintRequest: Request {
  package static let method = "textDocument/inlayHint"
  package static let capability: String? = "inlayHintProvider"
  package typealias Params = RangeParams
  package typealias Result = [Hint]

  /// LSP 3.17 *InlayHint*, with space after it.
  package struct Hint: JSONEncodable {
    private let position: Position
    private let label: String

    /// A hint from its parts.
    package init(position: Position, label: String) {
      self.position = position
      self.label = label
    }

    /// Writes the hint.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("position", position)
        $0.member("label", label)
        $0.member("paddingRight", true)
      }
    }
  }
}
