#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Where a command reads and writes. stdout has one owner: the report or the text.
package final class Console {
  private let outDescriptor: Int32
  private let errorDescriptor: Int32
  private var out: [UInt8] = []
  /// Whether colour may be used on stdout.
  let usesColor: Bool
  /// stdin, read when first asked for.
  let readInput: () -> [UInt8]

  /// The process's own streams.
  package init() {
    outDescriptor = 1
    errorDescriptor = 2
    let isPlain = unsafe getenv("NO_COLOR") != nil
    usesColor = isatty(1) == 1 && !isPlain
    readInput = { Console.readAll(0) }
    signal(SIGPIPE, SIG_IGN)
  }

  /// Adds to stdout.
  func print(_ text: String) { write(Array(text.utf8)) }

  /// Adds bytes to stdout.
  func write(_ bytes: [UInt8]) {
    out += bytes
    if out.count > 1 << 20 { flush() }
  }

  /// Says something on stderr.
  func complain(_ text: String) {
    flush()
    Self.writeAll(Array("mdcatalog: \(text)\n".utf8), errorDescriptor)
  }

  /// Writes text to stderr as it is.
  func note(_ bytes: [UInt8]) {
    flush()
    Self.writeAll(bytes, errorDescriptor)
  }

  /// Hands all over to the system.
  package func flush() {
    Self.writeAll(out, outDescriptor)
    out.removeAll(keepingCapacity: true)
  }

  private static func writeAll(_ bytes: [UInt8], _ descriptor: Int32) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes {
        unsafe systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return
      }
      start += count
    }
  }

  private static func readAll(_ descriptor: Int32) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return all }
      all += chunk[..<count]
    }
  }
}

/// write(2), under a name that no method hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
