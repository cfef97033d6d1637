import Dispatch
import Synchronization
import System

/// Writes messages to a descriptor. Sending never waits: what cannot be written at once, a thread
/// writes.
package final class OutputWriter: Sendable {
  private struct State {
    var waiting = WaitingItems<Waiting>()
    /// Bytes of the messages that wait, including the one that the thread is writing.
    var waitingByteCount = 0
    var isClosing = false
    var failure: Failure?
  }

  private struct Waiting {
    var content: [UInt8]
    /// The subject, if a newer message about it replaces this one.
    var subject: String?
  }

  /// Why writing has ended.
  package enum Failure: Sendable {
    /// The other end is gone.
    case closed
    /// More bytes wait than the limit allows.
    case tooMuchWaits
  }

  private let descriptor: Descriptor
  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// A writer with a running thread.
  package init(descriptor: Int32) {
    self.descriptor = Descriptor(descriptor)
    StandardStreams.makeBrokenPipesErrors()
    Threads.start { self.run() }
  }

  /// Why writing has ended; nil while it has not.
  package var failure: Failure? { state.withLock(\.failure) }

  /// Sends a message with this content.
  ///
  /// A message with a subject replaces one with the same subject that still waits.
  package func send(_ content: [UInt8], about subject: String? = nil) {
    state.withLock { state in
      if state.failure != nil { return }
      if let subject, let old = state.waiting.remove(where: { $0.subject == subject }) {
        state.waitingByteCount -= old.content.count
      }
      if state.waitingByteCount == 0, let isWritten = writeAtOnce(content) {
        if !isWritten { state.failure = .closed }
        return
      }
      state.waitingByteCount += content.count
      if state.waitingByteCount > MessageLimits().outputByteCountMax {
        state.failure = .tooMuchWaits
        state.waiting.removeAll()
        return
      }
      state.waiting.append(Waiting(content: content, subject: subject))
    }
    signal.signal()
  }

  /// Waits until all is written or the time is over.
  package func flushAndClose(withinMilliseconds limit: Int) {
    state.withLock { $0.isClosing = true }
    signal.signal()
    _ = done.wait(timeout: .now() + .milliseconds(limit))
  }

  /// Writes a message on this thread if that takes no waiting; nil if it would, false where the
  /// other end is gone.
  private func writeAtOnce(_ content: [UInt8]) -> Bool? {
    let header = Self.header(content)
    return descriptor.takes(byteCount: header.count + content.count)
      ? write(header, content) : nil
  }

  /// Writes a message; false where the other end is gone.
  private func write(_ header: [UInt8], _ content: [UInt8]) -> Bool {
    (try? descriptor.write(header, content)) != nil
  }

  private static func header(_ content: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(content.count)\r\n\r\n".utf8)
  }

  private func run() {
    while let content = next() {
      let isWritten = write(Self.header(content), content)
      state.withLock { state in
        state.waitingByteCount -= content.count
        if !isWritten { state.failure = .closed }
      }
    }
    done.signal()
  }

  /// Waits for the next message; nil where none will be written.
  private func next() -> [UInt8]? {
    while true {
      let (content, isOver) = state.withLock { state -> ([UInt8]?, Bool) in
        if state.failure != nil { return (nil, true) }
        let content = state.waiting.popFirst()?.content
        return (content, content == nil && state.isClosing)
      }
      if content != nil || isOver { return content }
      signal.wait()
    }
  }
}
