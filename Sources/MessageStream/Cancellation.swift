import Synchronization

/// Whether a client took a request back (LSP 3.17 *$/cancelRequest*); any thread may ask or tell.
package final class Cancellation: Sendable {
  private let flag = Atomic(false)

  /// A request that stands.
  package init() {}

  /// Whether the request was taken back.
  package var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// Takes the request back.
  package func request() { flag.store(true, ordering: .relaxed) }
}
