#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What is asked of the file system, by POSIX calls: Foundation's would double the executable.
package enum FileSystem {
  /// Whether there is something at a path, be it a link that leads nowhere.
  package static func exists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  /// Whether a path is a symbolic link itself.
  package static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// A name in a folder.
  package struct FolderEntry: Sendable {
    /// The name, with U+FFFD in the place of what is no UTF-8.
    package let name: String
    /// Whether the name is UTF-8, so that the entry can be opened by it.
    package let isUTF8: Bool
    /// Whether it is known to be a folder.
    package let isFolder: Bool
  }

  /// What a folder holds, in the order of the names' bytes.
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

  /// A regular file's bytes, and what it was when they were read.
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

  /// All bytes up to the end of what a descriptor reads from; waits where it would block.
  ///
  /// - Complexity: O(bytes), copied again only as far as more come than expected
  package static func contents(
    of descriptor: Int32, expectedByteCount: Int, byteCountMax: Int
  ) throws(FileError) -> ContiguousArray<UInt8> {
    if expectedByteCount > byteCountMax { throw tooLarge(byteCountMax) }
    var bytes = ContiguousArray<UInt8>()
    // One byte more than expected, so that the end shows itself without a copy.
    var capacity = max(1 << 16, expectedByteCount + 1)
    while true {
      var end = ReadEnd.full
      let known = bytes
      bytes = unsafe ContiguousArray(unsafeUninitializedCapacity: capacity) { buffer, count in
        count = unsafe buffer.initialize(fromContentsOf: known)
        end = unsafe fill(buffer, &count, from: descriptor)
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
    _ buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int, from descriptor: Int32
  ) -> ReadEnd {
    while count < buffer.count, let start = buffer.baseAddress {
      let added = unsafe read(descriptor, start + count, buffer.count - count)
      if added > 0 {
        count += added
      } else if added == 0 {
        return .end
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        wait(for: descriptor)
      } else if errno != EINTR {
        return .failed(.ofSystem)
      }
    }
    return .full
  }

  private static func wait(for descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    unsafe poll(&request, 1, -1)
  }

  private static func tooLarge(_ byteCountMax: Int) -> FileError {
    FileError("is larger than \(byteCountMax >> 20) MiB")
  }
}
