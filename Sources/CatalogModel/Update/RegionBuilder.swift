import CatalogSchema
import LineStore
import TableSyntax

/// Rebuilds the metadata of a region's blocks, and knows what changes in the sums.
struct RegionBuilder {
  let region: Region
  let matching: TableMatching
  let oldBlocks: Range<Int>
  let newBlocks: Range<Int>
  /// Kept tables whose values now fit another schema than the one in force.
  private(set) var tablesWithOtherSchema: Set<Int> = []
  /// The header lines of new tables whose values do not fit their schema.
  private(set) var misreadHeaderLines: Set<Int> = []
  /// The header lines of tables whose rows lack more cells than cmark-gfm allows.
  private(set) var overfullHeaderLines: Set<Int> = []
  var nextID: Int

  var scan: RegionScan
  /// The tables of the region, in order.
  var tables: [CatalogTable] = []
  /// What the region changes in the groups of tables without a schema.
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
  mutating func build(_ catalog: Catalog, plainHeaderLines: Set<Int>) {
    makeTables(catalog, plainHeaderLines)
    readBlocks(catalog)
    subtractOldRows(catalog)
    noteTables()
    for (table, match) in zip(tables, matching.matches) {
      checkSchema(of: table, isKept: match.old != nil)
      checkMissingCells(of: table)
    }
  }

  // MARK: Tables

  private mutating func makeTables(_ catalog: Catalog, _ plainHeaderLines: Set<Int>) {
    var plans = matching.plans
    for match in matching.matches {
      if let old = match.old {
        var table = old
        table.headerLine = match.span.headerLine
        table.endLine = match.span.endLine
        measureHeader(&table, old, catalog)
        tables.append(table)
        continue
      }
      var context = match.context
      if plainHeaderLines.contains(match.span.headerLine) {
        let plan = plans.planWithoutSchema(match.headerKey, match.span, catalog)
        context = TableContext(
          plan: plan, candidate: context.candidate, shape: context.shape)
      }
      var table = CatalogTable(
        id: nextID, span: match.span, context: context, headerKey: match.headerKey)
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

  /// Notes a table that is read by another schema than its values fit.
  private mutating func checkSchema(of table: CatalogTable, isKept: Bool) {
    guard let schema = table.context.candidate.schema, !schema.isAssigned else { return }
    if isKept, table.tally.confirmsSchema != table.context.isSchemaInForce {
      tablesWithOtherSchema.insert(table.id)
    } else if !isKept, table.context.isSchemaInForce, !table.tally.confirmsSchema {
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
      reader.finish()
      return reader
    }
    for reader in readers {
      blocks += reader.drafts
      measuredRowCount += reader.measuredRowCount
      for (table, tally) in reader.tallies { tables[table].tally.add(tally) }
      for (table, tally) in reader.learned {
        learnedChanges[tables[table].headerKey, default: LearnedChange()].tallies.append(tally)
      }
    }
    if mayCarry, let carried = readers.first?.carried { self.carried = carried }
  }

  /// Subtracts the rows that are gone or changed.
  private mutating func subtractOldRows(_ catalog: Catalog) {
    if matching.touched.isEmpty { return }
    let places = Dictionary(
      tables.indices.map { (tables[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    var measurer = RowMeasurer(catalog.rules.rowRules)
    var learned = OldLearnedRows()
    for oldLine in region.old where former.move(to: oldLine) && former.metadata.role == .bodyRow {
      // Most rows are carried and in order: they need no look-up.
      if former.tableID == nil || carried.contains(oldLine) && !former.metadata.isInverted {
        continue
      }
      guard let old = former.table else { continue }
      let table = places[old.id]
      if let table, former.metadata.isInverted { tables[table].tally.inversionCount -= 1 }
      if carried.contains(oldLine) || table == nil && old.plan.schema != nil { continue }
      region.splice.withFormerLine(oldLine, catalog.text) { bytes, _ in
        measurer.measure(bytes, from: Int(former.metadata.contentOffset), in: old.context)
      }
      if let table { tables[table].tally.add(-1, measurer.measure) }
      if old.plan.schema == nil { learned.add(measurer.measure, of: old) }
    }
    for (key, tally) in learned.tallies {
      learnedChanges[key, default: LearnedChange()].tallies.append(tally)
    }
    measuredRowCount += measurer.rowCount
  }

  /// Notes which groups have and lose which tables.
  private mutating func noteTables() {
    for table in tables where table.plan.schema == nil {
      learnedChanges[table.headerKey, default: LearnedChange()].tableIDs.append(table.id)
    }
    for table in matching.lost where table.plan.schema == nil {
      learnedChanges[table.headerKey, default: LearnedChange()].lostIDs.append(table.id)
    }
  }
}

/// What rows that are gone or changed gave the groups of tables without a schema, below zero.
private struct OldLearnedRows {
  private(set) var tallies: [HeaderKey: LearnedTally] = [:]

  mutating func add(_ row: RowMeasure, of table: CatalogTable) {
    tallies[table.headerKey, default: LearnedTally(columnCount: table.plan.columns.count)]
      .add(-1, row.learned, row.cells)
  }
}
