/// LSP 3.17 *textDocument/definition*.
package enum DefinitionRequest: Request {
  package static let method = "textDocument/definition"
  package static let capability: String? = "definitionProvider"
  package typealias Params = PositionParams
  package typealias Result = Location?
}
