import JSONText

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads messages from a descriptor on a thread of its own, which never waits for a writer.
package struct InputReader: Sendable {
  private let descriptor: Int32
  private let queue: MessageQueue
  private let limits: MessageLimits

  /// A reader that fills a queue.
  package init(descriptor: Int32, queue: MessageQueue, limits: MessageLimits = MessageLimits()) {
    self.descriptor = descriptor
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
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while let count = Self.read(descriptor, &chunk), count > 0 {
      decoder.append(chunk[..<count])
      while let frame = decoder.next() { queue.append(Self.item(frame)) }
      let wanted = min(max(1 << 16, decoder.missingByteCount), 4 << 20)
      if wanted > chunk.count { chunk = [UInt8](repeating: 0, count: wanted) }
    }
    queue.close()
  }

  private static func item(_ frame: FrameDecoder.Frame) -> QueueItem {
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

  /// Bytes read, 0 at the end; nil where reading fails.
  private static func read(_ descriptor: Int32, _ chunk: inout [UInt8]) -> Int? {
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes { buffer in
        #if canImport(Darwin)
          unsafe Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #else
          unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if count >= 0 { return count }
      if errno == EINTR { continue }
      guard errno == EAGAIN else { return nil }
      Threads.wait(for: descriptor, Int16(POLLIN))
    }
  }
}

/// Threads with a stack that deep JSON fits in.
enum Threads {
  private static let stackByteCount = 8 << 20

  /// Runs work on a new thread.
  static func start(_ work: @escaping @Sendable () -> Void) {
    var attributes = pthread_attr_t()
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, stackByteCount)
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let box = unsafe Unmanaged.passRetained(Work(work))
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    _ = unsafe pthread_create(
      &thread, &attributes,
      { pointer in
        #if canImport(Darwin)
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        #else
          if let pointer = unsafe pointer {
            unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
          }
        #endif
        return nil
      }, box.toOpaque())
    unsafe pthread_attr_destroy(&attributes)
  }

  /// Waits until a descriptor is ready.
  static func wait(for descriptor: Int32, _ events: Int16) {
    var request = pollfd(fd: descriptor, events: events, revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
