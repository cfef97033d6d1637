/// LSP 3.17 *shutdown*.
package enum ShutdownRequest: Request {
  package static let method = "shutdown"
  package typealias Result = NullResult
}
