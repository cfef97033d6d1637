import Dispatch
import JSONText
import MessageStream
import Synchronization
import Testing

@Suite struct MessageQueueTests {
  private func notification(_ method: String, _ params: JSONValue = .null) -> QueueItem {
    .message(.notification(method: method, params: params), byteCount: 1)
  }

  private func request(_ id: Int) -> (QueueItem, Cancellation) {
    let cancellation = Cancellation()
    let message = Message.request(id: .number(id), method: "m", params: .null, cancellation)
    return (.message(message, byteCount: 1), cancellation)
  }

  private enum Event { case item, idle, end }

  private func next(_ queue: MessageQueue, orIdleAfter quiet: Int? = nil) -> Event {
    switch queue.next(orIdleAfter: quiet) {
    case .item: .item
    case .idle: .idle
    case .end: .end
    }
  }

  private func cancel(_ id: Int) -> QueueItem {
    notification("$/cancelRequest", .object([("id", .int(id))]))
  }

  @Test func aCancellationTakesEffectBeforeItsTurn() {
    let queue = MessageQueue()
    let (item, cancellation) = request(7)
    queue.append(item)
    queue.append(cancel(8))
    #expect(!cancellation.isRequested)
    queue.append(cancel(7))
    #expect(cancellation.isRequested)
    #expect(next(queue) == .item)
    queue.close()
    #expect(next(queue) == .end)
  }

  @Test func itIsIdleOnlyWhenNothingWaitsAndNothingIsRead() {
    let queue = MessageQueue()
    queue.append(request(1).0)
    queue.setAwaitingInput(true)
    #expect(next(queue, orIdleAfter: 100) == .item)
    #expect(next(queue, orIdleAfter: 100) == .idle)
    queue.setAwaitingInput(false)
    DispatchQueue.global().async { [self] in
      queue.append(request(2).0)
      queue.close()
    }
    #expect(next(queue, orIdleAfter: 100) == .item)
    #expect(next(queue, orIdleAfter: 100) == .end)
  }

  @Test func aCancellationComesTooLateForAnAnsweredRequest() {
    let queue = MessageQueue()
    let first = request(7)
    queue.append(first.0)
    queue.finish(.number(7))
    queue.append(cancel(7))
    let second = request(7)
    queue.append(second.0)
    #expect(!first.1.isRequested && !second.1.isRequested)
  }

  @Test func appendingWaitsForRoom() {
    var limits = MessageLimits()
    limits.queueByteCountMax = 10_000
    let queue = MessageQueue(limits: limits)
    let addedCount = Atomic(0)
    let text = JSONValue.string(String(repeating: "a", count: 1_000))
    let isDone = DispatchSemaphore(value: 0)
    DispatchQueue.global().async { [self] in
      for _ in 0..<100 {
        queue.append(notification("n", text))
        addedCount.wrappingAdd(1, ordering: .relaxed)
      }
      queue.close()
      isDone.signal()
    }
    var takenCount = 0
    while next(queue) == .item {
      takenCount += 1
      #expect(addedCount.load(ordering: .relaxed) <= takenCount + 10)
    }
    isDone.wait()
    #expect(takenCount == 100)
  }

  @Test func aMessageLargerThanTheLimitIsTakenAlone() {
    var limits = MessageLimits()
    limits.queueByteCountMax = 10
    let queue = MessageQueue(limits: limits)
    queue.append(notification("n", .string(String(repeating: "a", count: 1_000))))
    #expect(next(queue) == .item)
  }
}
