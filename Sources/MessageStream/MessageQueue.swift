import Dispatch
import JSONText
import Synchronization

/// A message or what was read instead of one.
package enum QueueItem: Sendable {
  /// A message, with the bytes of its content.
  case message(Message, byteCount: Int)
  case undecodable(UndecodableMessage)
  /// A broken frame, with the reason.
  case broken(String)
}

/// The messages that wait to be handled, in order. One thread appends, one takes.
///
/// Appending waits while the messages take more memory than the limit. A cancellation takes effect
/// at once.
package final class MessageQueue: Sendable {
  /// What to do next.
  package enum Event: Sendable {
    case item(QueueItem)
    /// No message waits, and none is being read.
    case idle
    /// The stream has ended.
    case end
  }

  private struct State {
    var items = WaitingItems<QueueItem>()
    var byteCount = 0
    var isClosed = false
    /// Whether an append waits for room.
    var isAwaitingRoom = false
    /// Whether the reader waits for input.
    var isAwaitingInput = false
    /// The requests without an answer.
    var requests: [RequestID: Cancellation] = [:]
  }

  private let limits: MessageLimits
  private let state = Mutex(State())
  private let filled = DispatchSemaphore(value: 0)
  private let emptied = DispatchSemaphore(value: 0)

  /// An empty queue.
  package init(limits: MessageLimits = MessageLimits()) { self.limits = limits }

  /// Appends an item, waiting for room; a cancellation cancels its request instead.
  package func append(_ item: QueueItem) {
    if case .message(.notification("$/cancelRequest", let params), _) = item {
      cancel(params["id"].flatMap(RequestID.init))
      return
    }
    let byteCount = item.memoryByteCount
    while !add(item, byteCount) { emptied.wait() }
    filled.signal()
  }

  /// Appends an item if there is room.
  private func add(_ item: QueueItem, _ byteCount: Int) -> Bool {
    state.withLock { state in
      if !state.items.isEmpty, state.byteCount + byteCount > limits.queueByteCountMax {
        state.isAwaitingRoom = true
        return false
      }
      if case .message(.request(let id, _, _, let cancellation), _) = item {
        state.requests[id] = cancellation
      }
      state.items.append(item)
      state.byteCount += byteCount
      return true
    }
  }

  /// Sets whether the reader waits for input.
  package func setAwaitingInput(_ isAwaiting: Bool) {
    state.withLock { $0.isAwaitingInput = isAwaiting }
    if isAwaiting { filled.signal() }
  }

  /// Ends the queue: nothing will be appended.
  package func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
  }

  /// Waits for the next item, or until nothing was being read for some microseconds.
  package func next(orIdleAfter microseconds: Int?) -> Event {
    while true {
      let (event, hasRoom) = state.withLock { Self.take(&$0) }
      if hasRoom { emptied.signal() }
      switch event {
      case .item?, .end?: return event ?? .end
      case .idle?:
        if let microseconds, wait(microseconds) { return .idle }
        if microseconds == nil { filled.wait() }
      case nil: filled.wait()
      }
    }
  }

  /// Waits for an item; true where none comes in time.
  private func wait(_ microseconds: Int) -> Bool {
    microseconds == 0
      || filled.wait(timeout: .now() + .microseconds(microseconds)) == .timedOut
  }

  /// The next event, if any, and whether that makes room for a waiting append.
  private static func take(_ state: inout State) -> (Event?, hasRoom: Bool) {
    guard let item = state.items.popFirst() else {
      if state.isClosed { return (.end, false) }
      return (state.isAwaitingInput ? .idle : nil, false)
    }
    defer { state.isAwaitingRoom = false }
    state.byteCount -= item.memoryByteCount
    return (.item(item), state.isAwaitingRoom)
  }

  // MARK: Cancellation

  /// Cancels a request that has no answer yet.
  private func cancel(_ id: RequestID?) {
    guard let id else { return }
    state.withLock { $0.requests[id] }?.request()
  }

  /// Removes a request that is answered: it can no longer be cancelled.
  package func finish(_ id: RequestID) {
    state.withLock { _ = $0.requests.removeValue(forKey: id) }
  }
}

extension QueueItem {
  /// Bytes of memory that the item takes, roughly.
  fileprivate var memoryByteCount: Int {
    let own = MemoryLayout<QueueItem>.stride
    return switch self {
    case .message(let message, _): own + message.params.memoryByteCount
    case .undecodable, .broken: own + 256
    }
  }
}
