import Synchronization

/// Whether a client cancelled a request (LSP 3.17 *$/cancelRequest*); for any thread.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// A request that is not cancelled.
  package init() {}

  /// Whether the request was cancelled.
  package var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Cancels the request.
  package func request() { flag.store(true, ordering: .relaxed) }
}
