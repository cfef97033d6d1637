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

/// The messages that wait, in the order they came: one thread adds, one takes.
///
/// Whoever adds waits while what waits takes more memory than the limit. A cancellation waits for
/// nothing: it is noted where it is added.
package final class MessageQueue: Sendable {
  /// What whoever takes has to do next.
  package enum Event: Sendable {
    case item(QueueItem)
    /// Nothing waits, and nothing is being read.
    case idle
    /// Nothing more will come.
    case end
  }

  private struct State {
    var items = WaitingItems<QueueItem>()
    var byteCount = 0
    var isClosed = false
    /// Whether whoever adds waits for room.
    var isAwaitingRoom = false
    /// Whether whoever adds has nothing to add.
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

  /// Adds an item, once there is room; a cancellation is noted instead.
  package func append(_ item: QueueItem) {
    if case .message(.notification("$/cancelRequest", let params), _) = item {
      cancel(params["id"].flatMap(RequestID.init))
      return
    }
    let byteCount = item.memoryByteCount
    while !add(item, byteCount) { emptied.wait() }
    filled.signal()
  }

  /// Adds an item where there is room for it.
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

  /// Notes whether the stream has something to read.
  package func setAwaitingInput(_ isAwaiting: Bool) {
    state.withLock { $0.isAwaitingInput = isAwaiting }
    if isAwaiting { filled.signal() }
  }

  /// Nothing more will come.
  package func close() {
    state.withLock { $0.isClosed = true }
    filled.signal()
  }

  /// The next item; waits for it, or only until nothing was being read for some microseconds.
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

  /// Waits for news; true where none comes in time.
  private func wait(_ microseconds: Int) -> Bool {
    microseconds == 0
      || filled.wait(timeout: .now() + .microseconds(microseconds)) == .timedOut
  }

  /// What is to be done, if anything, and whether that makes room for whoever waits for it.
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

  /// Takes a request back that has no answer yet.
  private func cancel(_ id: RequestID?) {
    guard let id else { return }
    state.withLock { $0.requests[id] }?.request()
  }

  /// Notes that a request is answered: it can no longer be taken back.
  package func finish(_ id: RequestID) {
    state.withLock { _ = $0.requests.removeValue(forKey: id) }
  }
}

extension QueueItem {
  /// About the bytes of memory that the item takes while it waits.
  fileprivate var memoryByteCount: Int {
    let own = MemoryLayout<QueueItem>.stride
    return switch self {
    case .message(let message, _): own + message.params.memoryByteCount
    case .undecodable, .broken: own + 256
    }
  }
}
