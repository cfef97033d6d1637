#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file's metadata (POSIX `stat`).
package struct FileStatus: Sendable {
  /// The kind of a file.
  package enum Kind: Sendable {
    case file, folder, other
  }

  /// Its kind, links followed.
  package let kind: Kind
  /// The device it is on.
  package let device: UInt64
  /// Its inode number on that device.
  package let inode: UInt64
  /// The number of its names (hard links).
  package let linkCount: Int
  /// Its length in bytes.
  package let byteCount: Int
  /// Permissions, including the set-user-ID, set-group-ID and sticky bits.
  package let permissions: UInt32
  /// Its owner.
  package let owner: UInt32
  /// Its group.
  package let group: UInt32
  private let seconds: Int
  private let nanoseconds: Int

  /// The status of a path, links followed.
  package init(ofPath path: String) throws(FileError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw .ofSystem }
    self.init(status)
  }

  /// The status of an open file.
  package init(ofDescriptor descriptor: Int32) throws(FileError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .ofSystem }
    self.init(status)
  }

  private init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    default: kind = .other
    }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    linkCount = Int(truncatingIfNeeded: status.st_nlink)
    byteCount = Int(truncatingIfNeeded: status.st_size)
    permissions = UInt32(truncatingIfNeeded: status.st_mode & 0o7777)
    owner = status.st_uid
    group = status.st_gid
    #if canImport(Darwin)
      seconds = status.st_mtimespec.tv_sec
      nanoseconds = status.st_mtimespec.tv_nsec
    #else
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    #endif
  }

  /// Whether it is the same file with, by size and time, the same content.
  package func hasContent(of other: FileStatus) -> Bool {
    device == other.device && inode == other.inode && byteCount == other.byteCount
      && seconds == other.seconds && nanoseconds == other.nanoseconds
  }
}
