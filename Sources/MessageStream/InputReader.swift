import JSONText
import System

/// Reads messages from a descriptor on a thread that never waits for a writer.
package struct InputReader: Sendable {
  private let descriptor: Descriptor
  private let queue: MessageQueue
  private let limits: MessageLimits

  /// A reader that fills a queue.
  package init(descriptor: Int32, queue: MessageQueue, limits: MessageLimits = MessageLimits()) {
    self.descriptor = Descriptor(descriptor)
    self.queue = queue
    self.limits = limits
  }

  /// Starts the thread; at the end of the stream the queue is closed.
  package func start() {
    let reader = self
    Threads.start { reader.run() }
  }

  private func run() {
    var decoder = FrameDecoder(limits: limits)
    while let frame = unsafe decoder.next(from: { unsafe read(into: $0) }) {
      queue.append(Self.item(frame))
    }
    queue.close()
  }

  /// Reads; while that waits, the queue reports idle time.
  private func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    let isAwaiting = !descriptor.isReadable
    if isAwaiting { queue.setAwaitingInput(true) }
    defer { if isAwaiting { queue.setAwaitingInput(false) } }
    return (try? unsafe descriptor.read(into: memory)) ?? 0
  }

  /// Decodes a frame.
  static func item(_ frame: FrameDecoder.Frame) -> QueueItem {
    switch frame {
    case .broken(let reason): return .broken(reason)
    case .content(let content):
      do {
        switch Message.decode(try JSONReader.parse(content)) {
        case .success(let message): return .message(message, byteCount: content.count)
        case .failure(let broken): return .undecodable(broken)
        }
      } catch {
        let reason = "Not valid JSON at byte \(error.byteOffset): \(error.message)"
        return .undecodable(UndecodableMessage(id: nil, error: .parseError(reason)))
      }
    }
  }
}
