/// LSP 3.17 *textDocument/documentSymbol*.
package enum DocumentSymbolRequest: Request {
  package static let method = "textDocument/documentSymbol"
  package static let capability: String? = "documentSymbolProvider"
  package typealias Params = DocumentParams
  package typealias Result = [Symbol]
}
