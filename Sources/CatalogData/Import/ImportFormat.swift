/// A format that data is imported from. Each is listed in `ImportFormats`.
package struct ImportFormat: Sendable {
  /// How delimited text is read.
  package struct Options: Sendable {
    /// Whether to remove what `FormulaGuard` adds.
    package var isGuarded: Bool
    /// The byte between fields; nil to find it by the first line.
    package var delimiter: UInt8?

    /// Options from their parts.
    package init(isGuarded: Bool = true, delimiter: UInt8? = nil) {
      self.isGuarded = isGuarded
      self.delimiter = delimiter
    }
  }

  /// The value of `--from`.
  package let name: String
  /// Whether it has delimiters, and `FormulaGuard` may have marked values.
  package var isDelimited = false
  /// Reads records from UTF-8.
  package let read: @Sendable (ContiguousArray<UInt8>, Options) throws(ImportFailure) -> ImportData
}
