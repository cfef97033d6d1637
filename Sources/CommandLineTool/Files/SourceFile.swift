import LineStore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Why a file cannot be read or written, for people.
struct FileError: Error, Equatable {
  var message: String
}

/// A file as it was read, with what tells whether it changed since.
struct SourceFile {
  /// As given, or relative to the current folder.
  var path: String
  var bytes: [UInt8]
  private var identity: Identity

  /// What a change of the file changes.
  private struct Identity: Equatable {
    var device: UInt64
    var inode: UInt64
    var size: Int64
    var seconds: Int
    var nanoseconds: Int

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      inode = UInt64(truncatingIfNeeded: status.st_ino)
      size = Int64(status.st_size)
      #if canImport(Darwin)
        seconds = status.st_mtimespec.tv_sec
        nanoseconds = status.st_mtimespec.tv_nsec
      #else
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
      #endif
    }
  }

  /// Reads a regular file.
  init(path: String) throws(FileError) {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(message: Self.reason) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileError(message: Self.reason) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileError(message: "is not a regular file")
    }
    self.path = path
    identity = Identity(status)
    bytes = [UInt8](repeating: 0, count: max(0, Int(status.st_size)))
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw FileError(message: Self.reason) }
      if count == 0 { break }
      start += count
    }
    bytes.removeSubrange(start...)
  }

  private static var reason: String { unsafe String(cString: strerror(errno)) }

  /// Puts new content in the file's place at once: a temporary file beside it, then a rename.
  ///
  /// Keeps permissions, follows a symbolic link to its target, and refuses where the file changed
  /// since it was read.
  func replace(with new: [UInt8]) throws(FileError) {
    let target = Self.resolved(path)
    var status = stat()
    guard unsafe stat(target, &status) == 0, Identity(status) == identity else {
      throw FileError(message: "changed while it was being read; nothing was written")
    }
    let temporary = target + ".mdcatalog-\(getpid())"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileError(message: Self.reason) }
    let isWritten =
      Self.write(new, descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
      && fsync(descriptor) == 0
    let reason = Self.reason
    close(descriptor)
    guard isWritten, unsafe rename(temporary, target) == 0 else {
      let reason = isWritten ? Self.reason : reason
      unsafe unlink(temporary)
      throw FileError(message: reason)
    }
  }

  private static func write(_ bytes: [UInt8], _ descriptor: Int32) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes[start...].withUnsafeBytes { bytes in
        #if canImport(Darwin)
          unsafe Darwin.write(descriptor, bytes.baseAddress, bytes.count)
        #else
          unsafe Glibc.write(descriptor, bytes.baseAddress, bytes.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      if count < 0 { return false }
      start += count
    }
    return true
  }

  /// The path without symbolic links.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}

/// Looks for bytes that are no UTF-8.
enum UTF8Check {
  /// Byte offset of the first broken sequence, nil where the text is valid.
  static func firstBrokenByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
