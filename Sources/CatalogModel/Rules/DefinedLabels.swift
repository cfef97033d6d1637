import CatalogSchema
import LineStore

/// The keys of the labels that some line may define.
struct DefinedLabels: DerivedValue {
  /// - Complexity: O(blocks + lines of blocks with definitions)
  func derive(from catalog: Catalog) -> Set<UInt64> {
    var labels: Set<UInt64> = []
    for block in catalog.metadata where block.counts.definitions > 0 {
      for line in block.lines where line.role == .paragraph && line.nameKey != 0 {
        labels.insert(line.nameKey)
      }
    }
    return labels
  }
}
