#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open file, pipe or socket, read and written by POSIX calls that wait.
struct Descriptor: Sendable {
  let number: Int32

  /// Whether there is something to read.
  var isReady: Bool { isReady(for: Int16(POLLIN)) }

  /// Whether so many bytes can surely be written without waiting for whoever reads: POSIX promises
  /// it of few (*poll*, *write*: `PIPE_BUF`).
  func takes(byteCount: Int) -> Bool {
    byteCount <= Int(PIPE_BUF) && isReady(for: Int16(POLLOUT))
  }

  private func isReady(for event: Int16) -> Bool {
    var request = pollfd(fd: number, events: event, revents: 0)
    return unsafe poll(&request, 1, 0) > 0
  }

  /// Reads what is there, at least one byte; 0 at the end and where reading fails.
  func read(into memory: UnsafeMutableRawBufferPointer) -> Int {
    while true {
      let count = unsafe systemRead(number, memory.baseAddress, memory.count)
      if count >= 0 { return count }
      if errno == EAGAIN { wait(for: Int16(POLLIN)) } else if errno != EINTR { return 0 }
    }
  }

  /// Writes two runs of bytes, at once where that is possible; false where the other end is gone.
  func write(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    unsafe first.withUnsafeBytes { first in
      unsafe second.withUnsafeBytes { second in
        var done = 0
        while done < first.count + second.count {
          let rest = unsafe [
            UnsafeRawBufferPointer(rebasing: first.dropFirst(done)),
            UnsafeRawBufferPointer(rebasing: second.dropFirst(max(0, done - first.count))),
          ]
          let count = unsafe systemWrite(number, rest)
          if count >= 0 {
            done += count
          } else if errno == EAGAIN {
            wait(for: Int16(POLLOUT))
          } else if errno != EINTR {
            return false
          }
        }
        return true
      }
    }
  }

  private func wait(for event: Int16) {
    var request = pollfd(fd: number, events: event, revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }
}

private func systemRead(_ number: Int32, _ memory: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    unsafe Darwin.read(number, memory, count)
  #else
    unsafe Glibc.read(number, memory, count)
  #endif
}

private func systemWrite(_ number: Int32, _ parts: [UnsafeRawBufferPointer]) -> Int {
  let vectors = unsafe parts.map { part in
    unsafe iovec(
      iov_base: UnsafeMutableRawPointer(mutating: part.baseAddress), iov_len: part.count)
  }
  return unsafe writev(number, vectors, Int32(clamping: vectors.count))
}
