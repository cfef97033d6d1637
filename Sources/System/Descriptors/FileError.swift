#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file or folder cannot be read or written.
package struct FileError: Error, Equatable, Sendable {
  /// The reason, to be shown to users.
  package var message: String
  /// The system's error code, 0 for none.
  private var code: Int32 = 0

  /// An error of this project.
  package init(_ message: String) { self.message = message }

  /// The error of a system's error code.
  package init(code: Int32) {
    self.code = code
    message = code == ENOENT ? "no such file or folder" : unsafe String(cString: strerror(code))
  }

  /// The error of the system call that has just failed.
  static var ofSystem: FileError { FileError(code: errno) }

  /// Whether the reader of a pipe is gone.
  package var isBrokenPipe: Bool { code == EPIPE }
}
