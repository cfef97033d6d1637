#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Creates files and folders.
package enum FileCreation {
  /// Creates a folder unless it exists.
  package static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let error = FileError.ofSystem
    guard FileSystem.exists(path) else { throw error }
    guard try FileStatus(ofPath: path).kind == .folder else {
      throw FileError("exists and is not a folder")
    }
  }

  /// Writes a file, replacing an existing one.
  package static func put(
    _ content: ContiguousArray<UInt8>, at path: String
  ) throws(FileError) {
    guard FileSystem.exists(path) else { return try create(path, with: content) }
    let file = try SourceFile(path: path)
    if file.bytes != content { try FileReplacement.replace(file, with: content) }
  }

  /// Creates a new file, and removes it again if it cannot be written whole.
  package static func create(
    _ path: String, with content: ContiguousArray<UInt8>
  ) throws(FileError) {
    try DeferredSignals.run { () throws(FileError) in
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .ofSystem }
      defer { close(descriptor) }
      do throws(FileError) {
        try unsafe Descriptor(descriptor).write(content.span.bytes)
        if fsync(descriptor) != 0 { throw .ofSystem }
      } catch {
        unsafe unlink(path)
        throw error
      }
    }
  }
}
