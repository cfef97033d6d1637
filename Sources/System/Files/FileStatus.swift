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

  private let status: stat

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

  private init(_ status: stat) { self.status = status }

  /// Its kind, links followed.
  package var kind: Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// The device it is on.
  package var device: UInt64 { UInt64(truncatingIfNeeded: status.st_dev) }
  /// Its inode number on that device.
  package var inode: UInt64 { UInt64(truncatingIfNeeded: status.st_ino) }
  /// The number of its names (hard links).
  package var linkCount: Int { Int(truncatingIfNeeded: status.st_nlink) }
  /// Its length in bytes.
  package var byteCount: Int { Int(truncatingIfNeeded: status.st_size) }
  /// Permissions, including the set-user-ID, set-group-ID and sticky bits.
  package var permissions: UInt32 { UInt32(truncatingIfNeeded: status.st_mode & 0o7777) }
  /// Its owner.
  package var owner: UInt32 { status.st_uid }
  /// Its group.
  package var group: UInt32 { status.st_gid }

  private var modificationTime: timespec {
    #if canImport(Darwin)
      status.st_mtimespec
    #else
      status.st_mtim
    #endif
  }

  /// Whether it is the same file with, by size and time, the same content.
  package func hasContent(of other: FileStatus) -> Bool {
    let (time, otherTime) = (modificationTime, other.modificationTime)
    return device == other.device && inode == other.inode && byteCount == other.byteCount
      && time.tv_sec == otherTime.tv_sec && time.tv_nsec == otherTime.tv_nsec
  }
}
