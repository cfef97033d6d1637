/// A file as it was read, with its status at that time.
package struct SourceFile {
  /// The most bytes of a file.
  package static let byteCountMax = 2 << 30

  /// As given, or relative to the current folder.
  package let path: String
  /// The content.
  package let bytes: ContiguousArray<UInt8>
  /// The status when it was read.
  let status: FileStatus

  /// Reads a regular file.
  package init(path: String) throws(FileError) {
    self.path = path
    (bytes, status) = try FileSystem.contents(of: path, byteCountMax: Self.byteCountMax)
  }
}
