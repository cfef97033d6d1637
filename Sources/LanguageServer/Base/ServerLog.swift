import System

/// A log file, one entry per line; writes nothing without a path.
struct ServerLog {
  let descriptor: Descriptor?

  /// Opens a file to append to.
  init(path: String?) { descriptor = path.flatMap { Descriptor(appendingTo: $0) } }

  /// Appends a line.
  func write(_ line: @autoclosure () -> String) {
    try? descriptor?.write(Array((line() + "\n").utf8))
  }
}
