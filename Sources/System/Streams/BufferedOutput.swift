#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An output stream of the process, written in large pieces.
package final class BufferedOutput {
  /// About the bytes that are buffered.
  private static let bufferByteCount = 1 << 16

  /// Whether output may be colored.
  package let usesColor: Bool
  /// Whether it is a terminal that can move its cursor.
  package let isTerminal: Bool
  /// Why output was lost; nil if the reader closed the stream.
  package private(set) var failure: FileError?

  /// Called before buffered bytes are sent.
  package var willSend: (() -> Void)?

  private let descriptor: Descriptor
  private var buffer: ContiguousArray<UInt8> = []
  private var isClosed = false

  /// A stream to an open descriptor.
  package init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
    let isDumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? false
    isTerminal = isatty(descriptor.number) == 1 && !isDumb
    // no-color.org
    let isUnwanted = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    usesColor = isTerminal && !isUnwanted
  }

  /// Adds a text.
  package func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    flushIfFull()
  }

  /// Adds bytes.
  package func write(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    flushIfFull()
  }

  /// Adds bytes.
  package func write(_ bytes: Span<UInt8>) {
    if bytes.count < Self.bufferByteCount {
      unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
      return flushIfFull()
    }
    flush()
    willSend?()
    unsafe send(bytes.bytes)
  }

  /// Sends a text before what is buffered.
  package func writeAtOnce(_ text: String) {
    unsafe send(Array(text.utf8).span.bytes)
  }

  private func flushIfFull() {
    if buffer.count >= Self.bufferByteCount { flush() }
  }

  /// Sends what is buffered.
  package func flush() {
    if buffer.isEmpty { return }
    willSend?()
    unsafe send(buffer.span.bytes)
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: RawSpan) {
    if isClosed { return }
    do throws(FileError) { try descriptor.write(bytes) } catch {
      isClosed = true
      if !error.isBrokenPipe { failure = error }
    }
  }
}
