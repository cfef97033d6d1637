#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A log file, line by line; nothing where none was asked for.
struct ServerLog {
  let descriptor: Int32

  /// Opens a file to add to.
  init(path: String?) {
    guard let path else {
      descriptor = -1
      return
    }
    descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  /// Adds a line.
  func write(_ line: @autoclosure () -> String) {
    guard descriptor >= 0 else { return }
    let bytes = Array((line() + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { buffer in
      #if canImport(Darwin)
        unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
      #else
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      #endif
    }
  }
}
