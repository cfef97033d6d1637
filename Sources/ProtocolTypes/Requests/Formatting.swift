/// LSP 3.17 *textDocument/formatting*; the options are not read.
package enum FormattingRequest: Request {
  package static let method = "textDocument/formatting"
  package static let capability: String? = "documentFormattingProvider"
  package typealias Params = DocumentParams
  package typealias Result = [DocumentEdit]
}
