import CatalogSchema
import LineStore
import TableSyntax

/// Rebuilds the metadata of a region's blocks, and knows what changes in the sums.
struct RegionBuilder {
  let region: Region
  let matching: TableMatching
  let oldBlocks: Range<Int>
  let newBlocks: Range<Int>
  /// The header lines of tables whose rows lack more cells than cmark-gfm allows.
  private(set) var overfullHeaderLines: Set<Int> = []
  var nextID: Int

  var scan: RegionScan
  /// The tables of the region, in order.
  var tables: [CatalogTable] = []
  /// What the region changes in the pools.
  private(set) var learnedChanges: [HeaderKey: LearnedChange] = [:]
  /// The metadata of the region's blocks that are being read.
  var blocks: [BlockDraft] = []
  /// Lines of the old text whose metadata were carried over.
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
  mutating func build(_ catalog: Catalog) {
    makeTables(catalog)
    readBlocks(catalog)
    noteTables(catalog)
    subtractOldRows(catalog)
    for table in tables { checkMissingCells(of: table) }
  }

  // MARK: Tables

  private mutating func makeTables(_ catalog: Catalog) {
    for match in matching.matches {
      if let old = match.old {
        var table = old
        table.headerLine = match.span.headerLine
        table.endLine = match.span.endLine
        measureHeader(&table, old, catalog)
        tables.append(table)
        continue
      }
      var table = CatalogTable(
        id: nextID, span: match.span, context: match.context, headerKey: match.headerKey)
      nextID += 1
      addHeader(of: &table, catalog)
      tables.append(table)
    }
  }

  /// Exchanges the header's share of a kept table whose header row was rewritten.
  private func measureHeader(
    _ table: inout CatalogTable, _ old: CatalogTable, _ catalog: Catalog
  ) {
    if region.oldLine(table.headerLine) != nil { return }
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
      bytes, Row(bytes, from: table.headerOffset), against: table.context.shape,
      mustStay: table.header.mustStay)
    return shape
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

  /// Gives each row of the region its metadata, on all cores where no row can be carried over.
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
      reader.finish(&measurer)
      return reader
    }
    for reader in readers {
      blocks += reader.drafts
      measuredRowCount += reader.measuredRowCount
      for (table, tally) in reader.tallies { tables[table].tally.add(tally) }
      for (table, tally) in reader.learned {
        change(of: tables[table]) { $0.added.append(tally) }
      }
    }
    if mayCarry, let carried = readers.first?.carried { self.carried = carried }
  }

  /// Changes what the region changes in a table's pool.
  private mutating func change(of table: CatalogTable, _ body: (inout LearnedChange) -> Void) {
    body(&learnedChanges[table.headerKey, default: LearnedChange(plan: table.context.plan)])
  }

  /// Notes which pools have and lose which tables.
  private mutating func noteTables(_ catalog: Catalog) {
    for table in tables { change(of: table) { $0.tableIDs.append(table.id) } }
    for table in matching.lost {
      change(of: table) { change in
        change.lostIDs.append(table.id)
        change.isNew = catalog.learned[table.headerKey]?.tableIDs.count == change.lostIDs.count
      }
    }
  }

  /// Subtracts the rows that are gone or changed.
  private mutating func subtractOldRows(_ catalog: Catalog) {
    if matching.touched.isEmpty { return }
    let places = Dictionary(
      tables.indices.map { (tables[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    var measurer = RowMeasurer(catalog.rules.rowRules)
    // The table of the rows that were measured last.
    var measured: CatalogTable?
    func takeRows() {
      guard let table = measured.take() else { return }
      change(of: table) { $0.subtracted.append(measurer.takeLearned()) }
    }
    for oldLine in region.old where former.move(to: oldLine) && former.metadata.role == .bodyRow {
      // Most rows are carried and in order: they need no look-up.
      if former.tableID == nil || carried.contains(oldLine) && !former.metadata.isInverted {
        continue
      }
      guard let old = former.table else { continue }
      let table = places[old.id]
      if let table, former.metadata.isInverted { tables[table].tally.inversionCount -= 1 }
      if carried.contains(oldLine) || learnedChanges[old.headerKey]?.isNew == true { continue }
      if measured?.id != old.id { takeRows() }
      measured = old
      region.splice.withFormerLine(oldLine, catalog.text) { bytes, _ in
        measurer.measure(bytes, from: Int(former.metadata.contentOffset), in: old.context)
      }
      if let table { tables[table].tally.add(-1, measurer.measure) }
    }
    takeRows()
    measuredRowCount += measurer.rowCount
  }
}
