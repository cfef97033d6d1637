import CatalogSchema
import LineStore
import TableSyntax

/// Makes the facts of a region's blocks anew, and knows what the groups are to be told of it.
struct RegionBuilder {
  let region: Region
  let matching: TableMatching
  let oldBlocks: Range<Int>
  let newBlocks: Range<Int>
  /// Kept tables whose values now speak for another schema than is in force.
  private(set) var tablesWithOtherSchema: Set<Int> = []
  /// The header lines of new tables whose values do not bear out their schema.
  private(set) var misreadHeaderLines: Set<Int> = []
  /// The header lines of tables whose rows lack more cells than cmark-gfm allows.
  private(set) var overfullHeaderLines: Set<Int> = []
  var nextID: Int

  var scan: RegionScan
  /// The tables of the region, in order.
  var tables: [CatalogTable] = []
  /// The facts of the region's blocks under way.
  var blocks: [BlockDraft] = []
  /// Lines of the old text whose facts were carried over.
  var carried: LineSet
  private(set) var measuredRowCount = 0

  init(
    region: Region, scan: RegionScan, matching: TableMatching, oldBlocks: Range<Int>,
    newBlocks: Range<Int>, nextID: Int
  ) {
    self.region = region
    self.scan = scan
    self.matching = matching
    self.oldBlocks = oldBlocks
    self.newBlocks = newBlocks
    self.nextID = nextID
    carried = LineSet(region.old)
  }

  /// Reads the region; the catalog has the new text and all else as it was before.
  mutating func build(_ catalog: Catalog, plainHeaderLines: Set<Int>) {
    makeTables(catalog, plainHeaderLines)
    readBlocks(catalog)
    subtractOldRows(catalog)
    for table in tables {
      checkSchema(of: table)
      checkMissingCells(of: table)
    }
  }

  // MARK: Tables

  private mutating func makeTables(_ catalog: Catalog, _ plainHeaderLines: Set<Int>) {
    for match in matching.matches {
      if var table = match.old {
        table.headerLine = match.span.headerLine
        table.endLine = match.span.endLine
        measureHeader(&table, catalog)
        tables.append(table)
        continue
      }
      var frame = match.frame
      if plainHeaderLines.contains(match.span.headerLine) {
        frame = RowFrame(
          plan: frame.plan.withoutSchema, candidate: frame.candidate, delimiter: frame.delimiter)
      }
      var table = CatalogTable(id: nextID, span: match.span, frame: frame)
      nextID += 1
      addHeader(of: &table, catalog)
      tables.append(table)
    }
  }

  /// Exchanges the header's share of a kept table where the header was written anew.
  private func measureHeader(_ table: inout CatalogTable, _ catalog: Catalog) {
    guard region.oldLine(table.headerLine) == nil,
      let old = matching.touched.first(where: { $0.id == table.id })
    else { return }
    region.splice.withFormerLine(old.headerLine, catalog.text) { bytes, _ in
      table.tally.layout.add(-1, Self.headerShape(bytes, table))
    }
    addHeader(of: &table, catalog)
  }

  private func addHeader(of table: inout CatalogTable, _ catalog: Catalog) {
    catalog.text.withLine(table.headerLine) { bytes, _ in
      let shape = Self.headerShape(bytes, table)
      table.headerForms = shape.forms
      table.tally.layout.add(1, shape)
    }
  }

  private static func headerShape(_ bytes: Span<UInt8>, _ table: CatalogTable) -> RowShape {
    var shape = RowShape()
    shape.measure(
      bytes, Row(bytes, from: table.headerOffset), against: table.frame.delimiter,
      mustStay: table.header.mustStay)
    return shape
  }

  /// Notes a table that is read by another schema than its values speak for.
  private mutating func checkSchema(of table: CatalogTable) {
    guard let schema = table.frame.candidate.schema, !schema.isAssigned else { return }
    let isKept = matching.touched.contains { $0.id == table.id }
    if isKept, table.tally.bearsOutSchema != table.frame.isSchemaInForce {
      tablesWithOtherSchema.insert(table.id)
    } else if !isKept, table.frame.isSchemaInForce, !table.tally.bearsOutSchema {
      misreadHeaderLines.insert(table.headerLine)
    }
  }

  /// Notes a table that cmark-gfm would end before its last row.
  private mutating func checkMissingCells(of table: CatalogTable) {
    if !table.countsMissingCells,
      table.tally.layout.missingCellCount > CmarkLimits.missingCellCountMax
    {
      overfullHeaderLines.insert(table.headerLine)
    }
  }

  // MARK: Rows

  /// Gives each row of the region its facts, on all cores where no row can be carried over.
  private mutating func readBlocks(_ catalog: Catalog) {
    let mayCarry = matching.matches.contains { $0.old != nil }
    let former = FormerRows(
      catalog, region, oldBlocks, tables: mayCarry ? matching.touched : [])
    let pieces = mayCarry ? [newBlocks] : AllCores.pieces(of: newBlocks)
    let lines = scan.takeLines()
    let readers = AllCores.map(pieces, with: { RowMeasurer(catalog.rules.rowRules) }) {
      [region, tables, first = newBlocks.lowerBound] piece, measurer in
      var reader = RowReader(
        catalog, region, former: former, tables: tables, mayCarry: mayCarry,
        from: catalog.text.firstLine(ofBlock: piece.lowerBound),
        below: piece.lowerBound > first ? lines[piece.lowerBound - first - 1].last : nil)
      for block in piece { reader.read(block: block, lines[block - first], with: &measurer) }
      reader.finish()
      return reader
    }
    for reader in readers {
      blocks += reader.drafts
      measuredRowCount += reader.measuredRowCount
      for (table, tally) in reader.tallies { tables[table].tally.add(tally) }
    }
    if mayCarry, let carried = readers.first?.carried { self.carried = carried }
  }

  /// Takes the share of rows that are gone or changed from the tables that stay.
  private mutating func subtractOldRows(_ catalog: Catalog) {
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    var measurer = RowMeasurer(catalog.rules.rowRules)
    for oldLine in region.old where former.move(to: oldLine) && former.facts.role == .bodyRow {
      guard let id = former.tableID, let table = tables.firstIndex(where: { $0.id == id }) else {
        continue
      }
      if former.facts.isInverted { tables[table].tally.inversionCount -= 1 }
      if carried.contains(oldLine) { continue }
      region.splice.withFormerLine(oldLine, catalog.text) { bytes, _ in
        measurer.measure(
          bytes, from: Int(former.facts.contentOffset), in: tables[table].frame)
      }
      tables[table].tally.add(-1, measurer.measure)
    }
    measuredRowCount += measurer.rowCount
  }
}
