package import JSONText

/// LSP 3.17 *textDocument/selectionRange*.
package enum SelectionRangeRequest: Request {
  package static let method = "textDocument/selectionRange"
  package static let capability: String? = "selectionRangeProvider"
  package typealias Result = [SelectionRange]

  /// LSP 3.17 *SelectionRangeParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package let uri: String
    /// The positions in it.
    package let positions: [Position]

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      positions = try json.items("positions")
    }
  }

  /// LSP 3.17 *SelectionRange*.
  package struct SelectionRange: JSONEncodable {
    private let ranges: [DocumentRange]

    /// A range with its parents, the innermost first.
    package init(ranges: [DocumentRange]) { self.ranges = ranges }

    /// Writes the ranges, each with the next as its parent.
    package func write(to writer: inout JSONWriter) {
      for (index, range) in ranges.enumerated() {
        if index > 0 { writer.key("parent") }
        writer.beginObject()
        writer.member("range", range)
      }
      for _ in ranges { writer.endObject() }
    }
  }
}
