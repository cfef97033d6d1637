import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Puts new content in a file's place at once: a temporary file beside it, then a rename.
///
/// Keeps permissions, owner and group, follows a symbolic link to its target, and leaves everything
/// as it is where it cannot, or where the file changed since it was read. Extended attributes are
/// not kept: the standard library's module of glibc has no call for them.
struct FileReplacement {
  private let target: String
  private let status: FileStatus

  /// Replaces a file's content.
  static func replace(
    _ file: SourceFile, with new: ContiguousArray<UInt8>
  ) throws(FileError) {
    let target = resolved(file.path)
    let status = try status(of: target, asRead: file)
    guard status.permissions & 0o222 != 0, unsafe access(target, W_OK) == 0 else {
      throw FileError("is read-only; nothing was written")
    }
    let replacement = FileReplacement(target: target, status: status)
    // A signal must not end the process while the temporary file stands there.
    try DeferredSignals.run { () throws(FileError) in try replacement.run(new, of: file) }
  }

  /// What a file is now, where it has what was read.
  private static func status(
    of target: String, asRead file: SourceFile
  ) throws(FileError) -> FileStatus {
    let status = try FileStatus(ofPath: target)
    guard status.hasContent(of: file.status) else {
      throw FileError("changed since it was read; nothing was written")
    }
    return status
  }

  private func run(_ new: ContiguousArray<UInt8>, of file: SourceFile) throws(FileError) {
    let (temporary, descriptor) = try makeTemporaryFile()
    do throws(FileError) {
      defer { close(descriptor) }
      try Self.write(new, descriptor)
      try keepOwner(descriptor)
      if fchmod(descriptor, mode_t(status.permissions)) != 0 { throw FileError(code: errno) }
      if fsync(descriptor) != 0 { throw FileError(code: errno) }
      // Once more, and last of all: to write and to sync takes its time.
      _ = try Self.status(of: target, asRead: file)
      if unsafe rename(temporary, target) != 0 { throw FileError(code: errno) }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  // MARK: Steps

  /// A new file beside the target, under a short name that no walk takes for a list.
  private func makeTemporaryFile() throws(FileError) -> (path: String, descriptor: Int32) {
    let folder = AbsolutePath(target).folder
    for number in 0..<100 {
      let path = folder.appending(".mdcatalog-\(getpid())-\(number)").text
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return (path, descriptor) }
      if errno != EEXIST { break }
    }
    throw FileError(code: errno)
  }

  /// Writes all of the bytes.
  static func write(
    _ bytes: ContiguousArray<UInt8>, _ descriptor: Int32
  ) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[start...])
        return unsafe systemWrite(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 {
        start += count
      } else if errno != EINTR {
        throw FileError(code: errno)
      }
    }
  }

  private func keepOwner(_ descriptor: Int32) throws(FileError) {
    let own = try FileStatus(ofDescriptor: descriptor)
    if own.owner == status.owner, own.group == status.group { return }
    if fchown(descriptor, status.owner, status.group) != 0 {
      throw FileError("its owner or group cannot be kept; nothing was written")
    }
  }

  /// The path without symbolic links.
  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
