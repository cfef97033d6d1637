#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Replaces a file's content atomically: writes a temporary file in its folder, then renames it.
///
/// Keeps permissions, owner and group and follows symbolic links. Changes nothing if that fails or
/// if the file changed since it was read. Extended attributes are lost: the standard library's
/// module of glibc has no call for them.
package struct FileReplacement {
  private let target: String
  private let status: FileStatus

  /// Replaces a file's content.
  package static func replace(
    _ file: SourceFile, with new: ContiguousArray<UInt8>
  ) throws(FileError) {
    let target = AbsolutePath(file.path).withoutLinks.text
    let status = try status(of: target, asRead: file)
    guard status.permissions & 0o222 != 0, unsafe access(target, W_OK) == 0 else {
      throw FileError("is read-only; nothing was written")
    }
    let replacement = FileReplacement(target: target, status: status)
    // A signal waits until the temporary file is gone.
    try DeferredSignals.run { () throws(FileError) in try replacement.run(new, of: file) }
  }

  /// A file's status, if its content is still that which was read.
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
      try unsafe Descriptor(descriptor).write(new.span.bytes)
      try keepOwner(descriptor)
      if fchmod(descriptor, mode_t(status.permissions)) != 0 { throw .ofSystem }
      if fsync(descriptor) != 0 { throw .ofSystem }
      // Checked again, as writing and syncing take time.
      _ = try Self.status(of: target, asRead: file)
      if unsafe rename(temporary, target) != 0 { throw .ofSystem }
    } catch {
      unsafe unlink(temporary)
      throw error
    }
  }

  // MARK: Steps

  /// A new hidden file in the target's folder, which walks skip.
  private func makeTemporaryFile() throws(FileError) -> (path: String, descriptor: Int32) {
    let folder = AbsolutePath(target).folder
    for number in 0..<100 {
      let path = folder.appending(".mdcatalog-\(getpid())-\(number)").text
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor >= 0 { return (path, descriptor) }
      if errno != EEXIST { break }
    }
    throw .ofSystem
  }

  private func keepOwner(_ descriptor: Int32) throws(FileError) {
    let own = try FileStatus(ofDescriptor: descriptor)
    if own.owner == status.owner, own.group == status.group { return }
    if fchown(descriptor, status.owner, status.group) != 0 {
      throw FileError("its owner or group cannot be kept; nothing was written")
    }
  }
}
