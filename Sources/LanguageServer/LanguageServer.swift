import CatalogSchema
import JSONText
import MessageStream
import ProtocolTypes
import System

/// The language server: a loop that handles one message after another and publishes diagnostics
/// when no message waits, so that a burst of edits is answered once.
///
/// Requests that may take long are answered on other threads, from snapshots of the documents.
package struct LanguageServer {
  private let queue = MessageQueue()
  private let output = OutputWriter(descriptor: 1)
  private let jobs: JobQueue
  private let log: ServerLog
  private var dispatcher = Dispatcher()
  /// Whether there may be work to do while no message waits.
  private var hasIdleWork = false
  /// Messages since the last idle time.
  private var messageCount = 0

  /// A server on stdin and stdout.
  ///
  /// - Parameter clientProcessID: the process to end with
  package init(logPath: String?, clientProcessID: Int?) {
    jobs = JobQueue { [queue, output] id, content in
      output.send(content)
      queue.finish(id)
    }
    log = ServerLog(path: logPath)
    CrashNote.install(log: log.descriptor)
    // The built-in schema took more than half of the instructions of opening a list of 200 rows.
    Threads.start { _ = Configuration.standard }
    InputReader(descriptor: 0, queue: queue).start()
    watchParent(clientProcessID)
  }

  /// Runs until `exit` or until the client is gone; returns the process's exit code.
  package mutating func run() -> Int32 {
    while output.failure == nil {
      switch queue.next(orIdleAfter: hasIdleWork ? quietMicroseconds : nil) {
      case .idle: hasIdleWork = workWhileIdle()
      case .end: return end()
      case .item(.message(.notification("exit", _), _)): return end()
      case .item(let item):
        handle(item)
        messageCount += 1
        hasIdleWork = true
      }
    }
    log.write("the client no longer reads")
    return end()
  }

  /// Ends the session; running requests may finish within a time limit.
  private func end() -> Int32 {
    if output.failure == nil {
      jobs.close(withinMilliseconds: ServerLimits.lastJobsMilliseconds)
      output.flushAndClose(withinMilliseconds: ServerLimits.farewellMilliseconds)
    }
    return dispatcher.session.phase == .shutDown ? 0 : 1
  }

  // MARK: Idle time

  /// Microseconds to wait for a message before idle work.
  private var quietMicroseconds: Int {
    guard dispatcher.session.hasUnpublishedDiagnostics else { return 0 }
    if messageCount >= ServerLimits.burstMessageCountMin {
      return ServerLimits.quietMicrosecondsInBurst
    }
    return dispatcher.session.hasUnreadEdits
      ? ServerLimits.quietMicrosecondsAfterEdit : ServerLimits.quietMicroseconds
  }

  /// Does one slice of idle work; false where none is left.
  private mutating func workWhileIdle() -> Bool {
    messageCount = 0
    let isWorking = dispatcher.session.publishNext() || dispatcher.session.prepareNext()
    sendOutgoing()
    return isWorking
  }

  // MARK: Messages

  private mutating func handle(_ item: QueueItem) {
    switch item {
    case .broken(let reason):
      log.write("broken frame: \(reason)")
      output.send(MessageEncoder.error(id: nil, ResponseError(.parseError, reason)))
    case .undecodable(let message):
      log.write("undecodable message: \(message.error.message)")
      output.send(MessageEncoder.error(id: message.id, message.error))
    case .message(.request(let id, let method, let params, let cancellation), let byteCount):
      CrashNote.set(method: method, id: id, byteCount: byteCount)
      log.write("request \(method) \(id.text)")
      answer(JobQueue.Request(id: id, method: method, cancellation: cancellation), params)
    case .message(.notification(let method, let params), let byteCount):
      CrashNote.set(method: method, id: nil, byteCount: byteCount)
      log.write("notification \(method)")
      dispatcher.take(method, params)
    case .message(.response, _): break
    }
    sendOutgoing()
  }

  private mutating func answer(_ request: JobQueue.Request, _ params: JSONValue) {
    do throws(ResponseError) {
      if request.cancellation.isRequested { throw .requestCancelled }
      let job = try dispatcher.answer(request, params)
      guard let content = job.quickAnswer(id: request.id, request.cancellation) else {
        return try jobs.add(request, job)
      }
      output.send(content)
    } catch {
      output.send(MessageEncoder.error(id: request.id, error))
    }
    queue.finish(request.id)
  }

  private mutating func sendOutgoing() {
    for message in dispatcher.session.takeOutgoing() {
      output.send(message.content, about: message.subject)
    }
    watchParent(dispatcher.session.clientProcessID.take())
  }

  private func watchParent(_ processID: Int?) {
    ParentWatch.start(processID, everyMilliseconds: ServerLimits.parentWatchMilliseconds)
  }
}
