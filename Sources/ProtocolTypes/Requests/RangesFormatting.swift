package import JSONText

/// LSP 3.18 *textDocument/rangesFormatting*; the options are not read.
package enum RangesFormattingRequest: Request {
  package static let method = "textDocument/rangesFormatting"
  package static let capability: String? = "documentRangeFormattingProvider.rangesSupport"
  package typealias Result = [DocumentEdit]

  /// LSP 3.18 *DocumentRangesFormattingParams*.
  package struct Params: JSONDecodable {
    /// The document.
    package let uri: String
    /// The ranges in it.
    package let ranges: [DocumentRange]

    /// Reads the parameters.
    package init(_ json: JSONValue) throws(InvalidParams) {
      uri = try json.documentURI
      ranges = try json.items("ranges")
    }
  }
}
