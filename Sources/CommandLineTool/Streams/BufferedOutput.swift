import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A stream of the process, written in large pieces.
final class BufferedOutput {
  /// Bytes that are kept back, about.
  static let bufferByteCount = 1 << 16

  /// Whether colour may be used.
  let usesColor: Bool
  /// Whether it is a terminal that can move its cursor.
  let isTerminal: Bool
  /// Why not everything could be written; a reader that went away is no failure.
  private(set) var failure: FileError?

  /// Called before what was kept back is handed over.
  var willSend: (() -> Void)?

  private let descriptor: Int32
  private var buffer: ContiguousArray<UInt8> = []
  private var isDead = false

  init(descriptor: Int32) {
    self.descriptor = descriptor
    let isDumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? false
    isTerminal = isatty(descriptor) == 1 && !isDumb
    // Never against the user's word (no-color.org).
    let isUnwanted = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
    usesColor = isTerminal && !isUnwanted
  }

  /// Adds a text.
  func write(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    flushIfFull()
  }

  /// Adds bytes.
  func write(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    flushIfFull()
  }

  /// Adds bytes.
  func write(_ bytes: Span<UInt8>) {
    if bytes.count < Self.bufferByteCount {
      unsafe bytes.withUnsafeBufferPointer { unsafe buffer.append(contentsOf: $0) }
      return flushIfFull()
    }
    flush()
    willSend?()
    unsafe bytes.withUnsafeBytes { unsafe send($0) }
  }

  /// Hands a text over to the system before all that is kept back.
  func writeAtOnce(_ text: String) {
    unsafe Array(text.utf8).withUnsafeBytes { unsafe send($0) }
  }

  private func flushIfFull() {
    if buffer.count >= Self.bufferByteCount { flush() }
  }

  /// Hands over what was kept back.
  func flush() {
    if buffer.isEmpty { return }
    willSend?()
    unsafe buffer.withUnsafeBytes { unsafe send($0) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    var start = 0
    while start < bytes.count, !isDead {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      let count = unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      if count >= 0 {
        start += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        waitForReader()
      } else if errno != EINTR {
        isDead = true
        if errno != EPIPE { failure = FileError(code: errno) }
      }
    }
  }

  private func waitForReader() {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    unsafe poll(&request, 1, -1)
  }
}

/// write(2), under a name that no method hides.
func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
