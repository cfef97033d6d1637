/// LSP 3.17 *shutdown*.
package enum ShutdownRequest: Request {
  package static let method = "shutdown"
  package typealias Params = NoParams
  package typealias Result = NullResult
}
