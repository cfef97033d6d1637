import CatalogModel
import Dispatch
import MessageStream
import Synchronization
import System

/// Answers requests on a few threads, in the order they came.
final class JobQueue: Sendable {
  /// A request without its parameters.
  struct Request: Sendable {
    let id: RequestID
    let method: String
    let cancellation: Cancellation
  }

  private struct Entry {
    var request: Request
    var job: Job
  }

  private struct State {
    var waiting: [Entry] = []
    var running: [Int: Request] = [:]
    var nextNumber = 0
    var threadCount = 0
    var idleThreadCount = 0
    var isClosed = false
  }

  private let state = Mutex(State())
  private let added = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  private let send: @Sendable (RequestID, [UInt8]) -> Void

  /// A queue that hands the content of each answer to `send`.
  init(send: @escaping @Sendable (RequestID, [UInt8]) -> Void) { self.send = send }

  /// Adds a request; throws where too many wait.
  func add(_ request: Request, _ job: Job) throws(ResponseError) {
    let needsThread = try state.withLock { state throws(ResponseError) -> Bool in
      if state.waiting.count >= ServerLimits.waitingJobCountMax {
        throw ResponseError(.requestFailed, "Too many requests are waiting")
      }
      state.waiting.append(Entry(request: request, job: job))
      let isServed = state.idleThreadCount >= state.waiting.count
      if isServed || state.threadCount >= ServerLimits.workerCountMax { return false }
      state.threadCount += 1
      return true
    }
    if needsThread { Threads.start { self.work() } }
    added.signal()
  }

  /// Waits until all requests are answered or the time is over; cancels the rest.
  func close(withinMilliseconds limit: Int) {
    let end = DispatchTime.now() + .milliseconds(limit)
    while !state.withLock({ $0.waiting.isEmpty && $0.running.isEmpty }) {
      if finished.wait(timeout: end) == .timedOut { break }
    }
    let unanswered = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [] }
      return Array(state.running.values) + state.waiting.map(\.request)
    }
    for request in unanswered {
      request.cancellation.request()
      send(request.id, MessageEncoder.error(id: request.id, .requestCancelled))
    }
  }

  // MARK: Threads

  private func work() {
    CrashNote.watchThread()
    while true {
      let (number, entry) = next()
      let request = entry.request
      CrashNote.set(method: request.method, id: request.id, byteCount: entry.job.byteCount)
      let interruption = Interruption { request.cancellation.isRequested }
      let content = entry.job.answer(id: request.id, interruption)
      state.withLock { state in
        state.running[number] = nil
        if state.isClosed { return }
        send(request.id, content ?? MessageEncoder.error(id: request.id, .requestCancelled))
      }
      finished.signal()
    }
  }

  private func next() -> (Int, Entry) {
    state.withLock { $0.idleThreadCount += 1 }
    while true {
      added.wait()
      let next = state.withLock { state -> (Int, Entry)? in
        if state.waiting.isEmpty { return nil }
        let entry = state.waiting.removeFirst()
        let number = state.nextNumber
        state.nextNumber += 1
        state.running[number] = entry.request
        state.idleThreadCount -= 1
        return (number, entry)
      }
      if let next { return next }
    }
  }
}
