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
  package struct FoldingRange: ObjectEncodable {
    /// The range as JSON.
    package let json: JSONObject

    /// A range from its first to its last line.
    package init(startLine: Int, endLine: Int, kind: Kind) {
      json = ["startLine": startLine, "endLine": endLine, "kind": kind]
    }
  }
}
