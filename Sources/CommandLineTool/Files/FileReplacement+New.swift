import System

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension FileReplacement {
  /// Makes a folder, where there is none of that name.
  static func makeFolder(_ path: String) throws(FileError) {
    if unsafe mkdir(path, 0o777) == 0 { return }
    let code = errno
    guard code == EEXIST else { throw FileError(code: code) }
    guard try FileStatus(ofPath: path).kind == .folder else {
      throw FileError("is there and is no folder")
    }
  }

  /// Puts content at a path, in the place of what is there.
  static func put(_ new: ContiguousArray<UInt8>, at path: String) throws(FileError) {
    guard FileSystem.exists(path) else { return try create(path, with: new) }
    let file = try SourceFile(path: path)
    if file.bytes != new { try replace(file, with: new) }
  }

  /// Makes a file that is not there yet; one that cannot be written whole is taken away again.
  static func create(
    _ path: String, with content: ContiguousArray<UInt8>
  ) throws(FileError) {
    try DeferredSignals.run { () throws(FileError) in
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw FileError(code: errno) }
      defer { close(descriptor) }
      do throws(FileError) {
        try write(content, descriptor)
        if fsync(descriptor) != 0 { throw FileError(code: errno) }
      } catch {
        unsafe unlink(path)
        throw error
      }
    }
  }
}
