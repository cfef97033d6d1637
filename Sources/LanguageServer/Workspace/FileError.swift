#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file or folder cannot be read or written, for people.
package struct FileError: Error, Equatable, Sendable {
  /// The reason, in the words of the project or of the system.
  package var message: String

  /// An error with a reason.
  package init(_ message: String) { self.message = message }

  /// What a system call has just failed with.
  static var ofSystem: FileError { FileError(code: errno) }

  /// The error of a system's error code.
  package init(code: Int32) {
    message = code == ENOENT ? "no such file or folder" : unsafe String(cString: strerror(code))
  }
}
