/// A format that data is imported from. Each is listed in `ImportFormats`.
package struct ImportFormat: Sendable {
  /// The value of `--from`.
  package let name: String
  /// Whether `FormulaGuard` may have marked values.
  package var isDelimited = false
  private let reader: @Sendable (ContiguousArray<UInt8>, Bool) throws(ImportFailure) -> ImportData

  init(
    name: String, isDelimited: Bool = false,
    reader:
      @escaping @Sendable (ContiguousArray<UInt8>, _ isGuarded: Bool) throws(ImportFailure)
      -> ImportData
  ) {
    self.name = name
    self.isDelimited = isDelimited
    self.reader = reader
  }

  /// Reads records from UTF-8.
  ///
  /// - Parameter isGuarded: whether to remove what `FormulaGuard` adds
  package func read(
    _ bytes: ContiguousArray<UInt8>, isGuarded: Bool
  ) throws(ImportFailure) -> ImportData {
    try reader(bytes, isGuarded)
  }
}
