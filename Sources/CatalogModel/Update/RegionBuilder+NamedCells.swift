import LineStore
import TableSyntax

/// The cells of a row that problems of other rows quote.
extension RegionBuilder {
  /// A cell that other rows may speak of.
  private struct NamedCell: Equatable {
    var place: Range<Int>
    var value: [UInt8]
  }

  /// Whether the cells that other rows quote have the places and bytes of before, where no
  /// fingerprint changed.
  ///
  /// - Complexity: O(bytes of the rows that were measured)
  func keepsNamedCells(_ catalog: Catalog) -> Bool {
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    let now = blocks.lazy.flatMap(\.lines)
    for (line, facts) in zip(region.old, now)
    where facts.role == .bodyRow && !carried.contains(line) && former.move(to: line) {
      guard let plan = former.table?.plan else { continue }
      let old = region.splice.withFormerLine(line, catalog.text) { bytes, _ in
        Self.namedCells(bytes, former.facts, plan)
      }
      let new = catalog.text.withLine(line) { bytes, _ in Self.namedCells(bytes, facts, plan) }
      if old != new { return false }
    }
    return true
  }

  private static func namedCells(
    _ line: Span<UInt8>, _ facts: LineFacts, _ plan: TablePlan
  ) -> [NamedCell?] {
    let view = RowView(line, Row(line, from: Int(facts.contentOffset)), plan)
    let hasKey = facts.nameKey != 0 || facts.linkKey != 0
    let name = hasKey ? view.nameCell : nil
    let uniques = plan.uniqueColumns.map { $0.first.flatMap(view.cell(ofColumn:)) }
    return ([name] + uniques).map { cell in
      cell.map { NamedCell(place: $0.value, value: line.array($0.value)) }
    }
  }
}
