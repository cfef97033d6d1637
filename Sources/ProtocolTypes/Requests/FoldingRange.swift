package import JSONText

/// LSP 3.17 *textDocument/foldingRange*.
package enum FoldingRangeRequest: Request {
  package static let method = "textDocument/foldingRange"
  package static let capability: String? = "foldingRangeProvider"
  package typealias Params = DocumentParams
  package typealias Result = [FoldingRange]

  /// LSP 3.17 *FoldingRangeKind*: the kind that is sent.
  package enum Kind: String, JSONEncodable {
    case region
  }

  /// LSP 3.17 *FoldingRange*.
  package struct FoldingRange: JSONEncodable {
    private let startLine: Int
    private let endLine: Int
    private let kind: Kind

    /// A range from its first to its last line.
    package init(startLine: Int, endLine: Int, kind: Kind) {
      self.startLine = startLine
      self.endLine = endLine
      self.kind = kind
    }

    /// Writes the range.
    package func write(to writer: inout JSONWriter) {
      writer.object {
        $0.member("startLine", startLine)
        $0.member("endLine", endLine)
        $0.member("kind", kind)
      }
    }
  }
}
