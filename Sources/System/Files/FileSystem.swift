#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reads folders and files by POSIX calls: Foundation's would double the executable.
package enum FileSystem {
  /// Whether a path exists, even as a broken symbolic link.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether a path is a symbolic link.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// An entry of a folder.
  package struct FolderEntry: Sendable {
    /// The name, with U+FFFD for what is not UTF-8.
    package let name: String
    /// Whether the name is UTF-8, so that the entry can be opened by it.
    package let isUTF8: Bool
    /// Whether it is known to be a folder.
    package let isFolder: Bool
  }

  /// The entries of a folder, sorted by their names' bytes.
  package static func entries(inFolder path: String) throws(FileError) -> [FolderEntry] {
    guard let folder = unsafe opendir(path) else { throw .ofSystem }
    defer { unsafe closedir(folder) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = unsafe readdir(folder) {
      let isFolder = unsafe Int(entry.pointee.d_type) == Int(DT_DIR)
      let read = unsafe withUnsafePointer(to: &entry.pointee.d_name) { field in
        unsafe field.withMemoryRebound(to: CChar.self, capacity: 256) { text in
          let repaired = unsafe String(cString: text)
          let isUTF8 = unsafe String(validatingCString: text) != nil
          return FolderEntry(name: repaired, isUTF8: isUTF8, isFolder: isFolder)
        }
      }
      if read.name != ".", read.name != ".." { entries.append(read) }
      errno = 0
    }
    if errno != 0 { throw .ofSystem }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A regular file's bytes, and its status when they were read.
  ///
  /// - Complexity: O(bytes), into memory that is written once
  package static func contents(
    of path: String, byteCountMax: Int
  ) throws(FileError) -> (bytes: ContiguousArray<UInt8>, status: FileStatus) {
    let descriptor = unsafe open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw .ofSystem }
    defer { close(descriptor) }
    let status = try FileStatus(ofDescriptor: descriptor)
    switch status.kind {
    case .file: break
    case .folder: throw FileError("is a folder, not a file")
    case .other: throw FileError("is not a regular file")
    }
    if status.byteCount <= byteCountMax,
      let bytes = LargeFile.contents(of: descriptor, byteCount: status.byteCount)
    {
      return (bytes, status)
    }
    let bytes = try contents(
      of: descriptor, expectedByteCount: status.byteCount, byteCountMax: byteCountMax)
    return (bytes, status)
  }

  /// All bytes of a descriptor up to its end.
  ///
  /// - Complexity: O(bytes), copied again only where more come than expected
  package static func contents(
    of descriptor: Int32, expectedByteCount: Int, byteCountMax: Int
  ) throws(FileError) -> ContiguousArray<UInt8> {
    if expectedByteCount > byteCountMax { throw tooLarge(byteCountMax) }
    var bytes = ContiguousArray<UInt8>()
    // One byte more than expected, so that the end is found without a copy.
    var capacity = max(1 << 16, expectedByteCount + 1)
    while true {
      var end = ReadEnd.full
      let known = bytes
      bytes = unsafe ContiguousArray(unsafeUninitializedCapacity: capacity) { buffer, count in
        count = unsafe buffer.initialize(fromContentsOf: known)
        end = unsafe fill(buffer, &count, from: Descriptor(descriptor))
      }
      if bytes.count > byteCountMax { throw tooLarge(byteCountMax) }
      switch end {
      case .full: capacity *= 2
      case .end: return bytes
      case .failed(let error): throw error
      }
    }
  }

  private enum ReadEnd {
    case full, end
    case failed(FileError)
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Descriptor
  ) -> ReadEnd {
    let memory = UnsafeMutableRawBufferPointer(buffer)
    do throws(FileError) {
      while count < memory.count {
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[count...])
        let added = try unsafe descriptor.read(into: rest)
        if added == 0 { return .end }
        count += added
      }
      return .full
    } catch {
      return .failed(error)
    }
  }

  private static func tooLarge(_ byteCountMax: Int) -> FileError {
    FileError("is larger than \(byteCountMax >> 20) MiB")
  }
}
