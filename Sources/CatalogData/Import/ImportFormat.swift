/// A format that data is imported from. Each is listed in `ImportFormats`.
package struct ImportFormat: Sendable {
  /// The value of `--from`.
  package let name: String
  /// Whether `FormulaGuard` may have marked values.
  package var isDelimited = false
  /// Reads records from UTF-8; if `isGuarded`, removes what `FormulaGuard` adds.
  package let read:
    @Sendable (ContiguousArray<UInt8>, _ isGuarded: Bool) throws(ImportFailure) -> ImportData
}
