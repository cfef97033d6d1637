import CatalogModel
import CatalogSchema

extension PlannedColumn {
  /// The term that an item of a value means; nil for one that is too long to be a term.
  func term(_ line: Span<UInt8>, _ item: Range<Int>) -> TermID? {
    if item.count > DisplayLimits.termByteCountMax { return nil }
    return vocabulary?.match(line, item).meant
  }
}
