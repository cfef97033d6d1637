import Dispatch
import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Writes messages to a descriptor on a thread of its own; whoever sends never waits.
package final class OutputWriter: Sendable {
  private struct State {
    var waiting: [[UInt8]] = []
    var waitingByteCount = 0
    var isClosing = false
    var isBroken = false
  }

  private let descriptor: Int32
  private let limits: MessageLimits
  private let state = Mutex(State())
  private let signal = DispatchSemaphore(value: 0)
  private let done = DispatchSemaphore(value: 0)

  /// A writer, its thread running.
  package init(descriptor: Int32, limits: MessageLimits = MessageLimits()) {
    self.descriptor = descriptor
    self.limits = limits
    ignoreBrokenPipes()
    Threads.start { self.run() }
  }

  /// Whether the client is gone, or let too much wait.
  package var isBroken: Bool { state.withLock(\.isBroken) }

  /// Sends a message's content; the header is added.
  package func send(_ content: [UInt8]) {
    let header = Array("Content-Length: \(content.count)\r\n\r\n".utf8)
    state.withLock { state in
      if state.isBroken { return }
      state.waitingByteCount += header.count + content.count
      if state.waitingByteCount > limits.waitingByteCountMax {
        state.isBroken = true
        state.waiting = []
        return
      }
      state.waiting.append(header + content)
    }
    signal.signal()
  }

  /// Waits until all is written, but not longer than this.
  package func flushAndClose(withinMilliseconds limit: Int) {
    state.withLock { $0.isClosing = true }
    signal.signal()
    _ = done.wait(timeout: .now() + .milliseconds(limit))
  }

  private func run() {
    while true {
      let (batch, isClosing, isBroken) = state.withLock { state in
        let batch = state.waiting
        state.waiting = []
        return (batch, state.isClosing, state.isBroken)
      }
      for message in batch where !isBroken {
        if !write(message) { state.withLock { $0.isBroken = true } }
        state.withLock { $0.waitingByteCount -= message.count }
      }
      if batch.isEmpty {
        if isClosing || isBroken {
          done.signal()
          return
        }
        signal.wait()
      }
    }
  }

  private func write(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count >= 0 {
        start += count
      } else if errno == EAGAIN {
        Threads.wait(for: descriptor, Int16(POLLOUT))
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }
}

/// A client that is gone shows as an error of write(2), not as a signal that ends the process.
private func ignoreBrokenPipes() {
  signal(SIGPIPE, SIG_IGN)
}
