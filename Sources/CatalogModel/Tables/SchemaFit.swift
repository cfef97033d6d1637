import CatalogSchema

/// How well a table's values speak for the schema that its headers suggest.
struct SchemaFit {
  private var rowCount = 0
  private var itemCount = 0
  private var fittingItemCount = 0
  private var row = Row()

  mutating func add(_ line: Span<UInt8>, from contentOffset: Int, _ plan: TablePlan) {
    row.read(line, from: contentOffset)
    rowCount += 1
    for item in RowReading(line, row, plan).cells.flatMap(\.items) where !item.range.isEmpty {
      itemCount += 1
      if item.isAccepted { fittingItemCount += 1 }
    }
  }

  /// As `TableTally.bearsOutSchema`.
  var bearsOutSchema: Bool { rowCount < 4 || fittingItemCount * 2 >= itemCount }
}
