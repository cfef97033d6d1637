/// LSP 3.17 *textDocument/rangeFormatting*; the options are not read.
package enum RangeFormattingRequest: Request {
  package static let method = "textDocument/rangeFormatting"
  package static let capability: String? = "documentRangeFormattingProvider"
  package typealias Params = RangeParams
  package typealias Result = [DocumentEdit]
}
