import System

/// A file as it was read, with what tells whether it changed since.
struct SourceFile {
  /// Bytes beyond which a file is refused.
  static let byteCountMax = 2 << 30

  /// As given, or relative to the current folder.
  let path: String
  let bytes: ContiguousArray<UInt8>
  /// What it was when it was read.
  let status: FileStatus

  /// Reads a regular file.
  init(path: String) throws(FileError) {
    self.path = path
    (bytes, status) = try FileSystem.contents(of: path, byteCountMax: Self.byteCountMax)
  }
}
