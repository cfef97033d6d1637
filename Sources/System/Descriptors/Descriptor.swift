#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file, pipe or socket. Reading and writing wait where they would block.
package struct Descriptor: Sendable {
  /// Bytes that one call writes, at most: macOS refuses more than `Int32.max`.
  private static let writtenByteCountMax = 1 << 30

  /// The system's number.
  package let number: Int32

  /// A descriptor that is open.
  package init(_ number: Int32) { self.number = number }

  /// Opens a file to append to, readable by its owner alone; nil where that fails.
  package init?(appendingTo path: String) {
    number = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if number < 0 { return nil }
  }

  /// Closes it.
  package func close() { systemClose(number) }

  /// Whether there is something to read.
  package var isReadable: Bool { isReady(for: Int16(POLLIN)) }

  /// Whether this many bytes are written without waiting for the reader. POSIX promises that up to
  /// `PIPE_BUF` bytes.
  package func takes(byteCount: Int) -> Bool {
    byteCount <= Int(PIPE_BUF) && isReady(for: Int16(POLLOUT))
  }

  private func isReady(for event: Int16) -> Bool {
    var request = pollfd(fd: number, events: event, revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  private func wait(for event: Int16) {
    var request = pollfd(fd: number, events: event, revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  // MARK: Reading

  /// Reads at least one byte and returns how many; 0 at the end.
  package func read(into memory: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
    while true {
      let count = unsafe systemRead(number, memory.baseAddress, memory.count)
      if count >= 0 { return count }
      if errno == EAGAIN || errno == EWOULDBLOCK {
        wait(for: Int16(POLLIN))
      } else if errno != EINTR {
        throw .ofSystem
      }
    }
  }

  // MARK: Writing

  /// Writes all bytes of two runs, in one call where possible.
  package func write(_ first: [UInt8], _ second: [UInt8] = []) throws(FileError) {
    try unsafe write(first.span.bytes, second.span.bytes)
  }

  /// Writes all bytes of two runs, in one call where possible.
  package func write(_ first: RawSpan, _ second: RawSpan = RawSpan()) throws(FileError) {
    var done = 0
    while done < first.byteCount + second.byteCount {
      let rest = first.extracting(droppingFirst: min(done, first.byteCount))
        .extracting(first: Self.writtenByteCountMax)
      let isWhole = first.byteCount - done <= rest.byteCount
      let more = second.extracting(droppingFirst: max(0, done - first.byteCount))
        .extracting(first: isWhole ? Self.writtenByteCountMax - rest.byteCount : 0)
      let count = systemWrite(number, rest, more)
      if count >= 0 {
        done += count
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        wait(for: Int16(POLLOUT))
      } else if errno != EINTR {
        throw .ofSystem
      }
    }
  }
}

private func systemClose(_ number: Int32) { close(number) }

private func systemRead(_ number: Int32, _ memory: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  unsafe read(number, memory, count)
}

private func systemWrite(_ number: Int32, _ first: RawSpan, _ second: RawSpan) -> Int {
  unsafe first.withUnsafeBytes { first in
    unsafe second.withUnsafeBytes { second in
      let vectors = unsafe [first, second].map { part in
        unsafe iovec(
          iov_base: UnsafeMutableRawPointer(mutating: part.baseAddress), iov_len: part.count)
      }
      return unsafe writev(number, vectors, 2)
    }
  }
}
