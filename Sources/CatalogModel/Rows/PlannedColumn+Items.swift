import CatalogSchema

extension TablePlan.PlannedColumn {
  /// The items of a value, in bytes of the line: those of a linked value's text; none without a
  /// vocabulary.
  ///
  /// - Complexity: O(value × separators of a label)
  package func items(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    guard let vocabulary else { return [] }
    return ListValue.items(
      line, content(line, value), separator: demands.separator, of: vocabulary)
  }
}
