/// LSP 3.17 *workspace/diagnostic/refresh*: the client pulls all diagnostics again.
package enum DiagnosticRefresh {
  /// The method's name.
  package static let method = "workspace/diagnostic/refresh"
}
