import Dispatch
import JSONText
import Synchronization

/// What the reader found in the stream.
package enum QueueItem: Sendable {
  /// A message, with the bytes of its content.
  case message(Message, byteCount: Int)
  case undecodable(UndecodableMessage)
  /// A frame that is none.
  case broken(String)
}

/// The messages that wait, in the order they came; any thread may add, one takes.
package final class MessageQueue: Sendable {
  private struct State {
    var items: [QueueItem] = []
    var next = 0
    var isClosed = false
    var cancelled: Set<RequestID> = []
  }

  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)

  /// An empty queue.
  package init() {}

  /// Adds an item; a cancellation is noted at once, before the requests that wait are handled.
  package func append(_ item: QueueItem) {
    state.withLock { state in
      if case .message(.notification("$/cancelRequest", let params), _) = item {
        if let id = params["id"].flatMap(RequestID.init) { state.cancelled.insert(id) }
      }
      state.items.append(item)
    }
    signal.signal()
  }

  /// Nothing more will come.
  package func close() {
    state.withLock { $0.isClosed = true }
    signal.signal()
  }

  /// The next item; waits for it. nil at the end of the stream.
  package func next() -> QueueItem? {
    while true {
      let (item, isClosed) = state.withLock { state in (Self.take(&state), state.isClosed) }
      if let item { return item }
      if isClosed { return nil }
      signal.wait()
    }
  }

  private static func take(_ state: inout State) -> QueueItem? {
    guard state.next < state.items.count else { return nil }
    let item = state.items[state.next]
    state.next += 1
    if state.next == state.items.count {
      state.items.removeAll(keepingCapacity: state.items.count < 1024)
      state.next = 0
    }
    return item
  }

  /// Whether nothing waits.
  package var isEmpty: Bool { state.withLock { $0.next == $0.items.count } }

  /// Whether the client took a request back; forgets the cancellation.
  package func takeCancellation(_ id: RequestID) -> Bool {
    state.withLock { $0.cancelled.remove(id) != nil }
  }
}
