import LineStore
import TableSyntax

/// The cells of a row that problems of other rows quote.
extension RegionBuilder {
  /// A cell that problems of other rows may quote.
  private struct NamedCell: Equatable {
    var place: Range<Int>
    var value: [UInt8]
  }

  /// Whether the cells that other rows quote have the places and bytes of before, where no
  /// fingerprint changed; rows of one name are compared as a whole.
  ///
  /// - Complexity: O(bytes of the rows that were measured)
  func keepsNamedCells(_ catalog: Catalog) -> Bool {
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    let now = blocks.lazy.flatMap(\.lines)
    for (line, metadata) in zip(region.old, now)
    where metadata.role == .bodyRow && !carried.contains(line) && former.move(to: line) {
      guard let table = former.table else { continue }
      let old = region.splice.withFormerLine(line, catalog.text) { bytes, _ in
        Self.namedCells(bytes, former.metadata, table.plan)
      }
      let new = catalog.text.withLine(line) { bytes, _ in
        Self.namedCells(bytes, metadata, table.plan)
      }
      if old != new || catalog.names.isShared(metadata.nameKey, table: table.id) { return false }
    }
    return true
  }

  private static func namedCells(
    _ line: Span<UInt8>, _ metadata: LineMetadata, _ plan: TablePlan
  ) -> [NamedCell?] {
    let view = RowView(line, Row(line, from: Int(metadata.contentOffset)), plan)
    let hasKey = metadata.nameKey != 0 || metadata.linkKey != 0
    let name = hasKey ? view.nameCell : nil
    let uniqueKeys = plan.uniqueColumns.map { $0.first.flatMap(view.cell(ofColumn:)) }
    return ([name] + uniqueKeys).map { cell in
      cell.map { NamedCell(place: $0.value, value: line.array($0.value)) }
    }
  }
}
