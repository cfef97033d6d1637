import JSONText
import System

/// Reads messages from a descriptor on a thread that never waits for a writer.
package struct InputReader: Sendable {
  private let descriptor: Descriptor
  private let queue: MessageQueue

  /// A reader that fills a queue.
  package init(descriptor: Int32, queue: MessageQueue) {
    self.descriptor = Descriptor(descriptor)
    self.queue = queue
  }

  /// Starts the thread; at the end of the stream the queue is closed.
  package func start() { Threads.start { run() } }

  private func run() {
    var decoder = FrameDecoder()
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
        return .undecodable(UndecodableMessage(error: ResponseError(.parseError, reason)))
      }
    }
  }
}
