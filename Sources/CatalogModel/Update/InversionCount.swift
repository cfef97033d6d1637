import CatalogSchema
import LineStore
import TableSyntax

/// Counts the neighbouring rows of sorted tables that are out of order.
enum InversionCount {
  /// Brings the flags of a region's rows and the tables' counts up to date.
  static func update(
    _ lines: inout ContiguousArray<LineFacts>, _ tables: inout [CatalogTable], old: Catalog,
    text: LineText, region: Region, carried: LineSet
  ) {
    subtractOld(&tables, old: old, region: region)
    for index in tables.indices where isSorted(tables[index]) {
      let table = tables[index]
      var previous: (line: Int, name: [UInt8])?
      for line in table.bodyLines.clamped(to: region.new) {
        let slot = line - region.new.lowerBound
        if let oldLine = region.oldLine(line), carried.contains(oldLine),
          line == table.bodyLines.lowerBound && oldLine == firstOldLine(table, old)
            || carried.contains(oldLine - 1) && region.oldLine(line - 1) == oldLine - 1
        {
          if lines[slot].isInverted { tables[index].tally.inversionCount += 1 }
          continue
        }
        let name = name(line, slot, lines, table, text)
        var before: [UInt8] = []
        if let previous, previous.line == line - 1 {
          before = previous.name
        } else if line > table.bodyLines.lowerBound {
          before = neighbour(line - 1, lines, table, old, text, region)
        }
        lines[slot].isInverted = isOutOfOrder(before, name)
        if lines[slot].isInverted { tables[index].tally.inversionCount += 1 }
        previous = (line, name)
      }
    }
  }

  /// Whether a body row must stand before the row above it.
  static func isInverted(_ line: Int, in table: CatalogTable, of catalog: Catalog) -> Bool {
    guard isSorted(table), line > table.bodyLines.lowerBound else { return false }
    return isOutOfOrder(
      catalog.name(ofLine: line - 1, in: table), catalog.name(ofLine: line, in: table))
  }

  static func isSorted(_ table: CatalogTable) -> Bool {
    guard let key = table.plan.keyColumn else { return false }
    return table.plan.columns[key].column?.isSorted == true
  }

  /// A row without a name is never out of order.
  private static func isOutOfOrder(_ before: [UInt8], _ name: [UInt8]) -> Bool {
    !before.isEmpty && !name.isEmpty && NameOrder.precedes(name, before)
  }

  private static func firstOldLine(_ table: CatalogTable, _ old: Catalog) -> Int? {
    old.tables.first { $0.id == table.id }?.bodyLines.lowerBound
  }

  /// Takes away what the region's rows counted before.
  private static func subtractOld(
    _ tables: inout [CatalogTable], old: Catalog, region: Region
  ) {
    for index in tables.indices {
      guard let was = old.tables.first(where: { $0.id == tables[index].id }) else { continue }
      for line in was.bodyLines.clamped(to: region.old) where old.lineFacts(line).isInverted {
        tables[index].tally.inversionCount -= 1
      }
    }
  }

  private static func neighbour(
    _ line: Int, _ lines: ContiguousArray<LineFacts>, _ table: CatalogTable, _ old: Catalog,
    _ text: LineText, _ region: Region
  ) -> [UInt8] {
    if region.new.contains(line) {
      return name(line, line - region.new.lowerBound, lines, table, text)
    }
    let offset = Int(old.lineFacts(line).contentOffset)
    return name(line, offset: offset, table, text)
  }

  private static func name(
    _ line: Int, _ slot: Int, _ lines: ContiguousArray<LineFacts>, _ table: CatalogTable,
    _ text: LineText
  ) -> [UInt8] {
    name(line, offset: Int(lines[slot].contentOffset), table, text)
  }

  private static func name(
    _ line: Int, offset: Int, _ table: CatalogTable, _ text: LineText
  ) -> [UInt8] {
    guard let column = table.plan.keyColumn else { return [] }
    return text.withLine(line) { bytes, _ in RowName.bytes(bytes, from: offset, column: column) }
  }
}
