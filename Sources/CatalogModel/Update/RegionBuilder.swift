import CatalogSchema
import LineStore
import TableSyntax

/// Makes the facts of a region's blocks anew, and knows what the groups are to be told of it.
struct RegionBuilder {
  let region: Region
  let matching: TableMatching
  let oldBlocks: Range<Int>
  let newBlocks: Range<Int>
  /// A kept table whose values now speak for another schema than is in force.
  private(set) var tableWithOtherSchema: Int?
  /// The header line of a new table whose values do not bear out its schema.
  private(set) var misreadHeaderLine: Int?
  var nextID: Int

  var scan: RegionScan
  /// The tables of the region, in order.
  var tables: [CatalogTable] = []
  /// The facts of the region's blocks under way.
  var blocks: [BlockDraft] = []
  /// Lines of the old text whose facts were carried over.
  var carried: LineSet
  private var measurer = RowMeasurer()
  private var order = NameSequence()

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

  var measuredRowCount: Int { measurer.rowCount }

  /// Reads the region; the catalog has the new text and all else as it was before.
  mutating func build(_ catalog: Catalog, plainHeaderLines: Set<Int>) {
    makeTables(catalog, plainHeaderLines)
    readBlocks(catalog)
    subtractOldRows(catalog)
    for table in tables { checkSchema(of: table) }
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
      var shape = RowShape()
      shape.measureHeader(
        bytes, Row(bytes, from: old.headerOffset), against: table.frame.delimiter)
      table.tally.layout.add(-1, shape)
    }
    addHeader(of: &table, catalog)
  }

  private func addHeader(of table: inout CatalogTable, _ catalog: Catalog) {
    catalog.text.withLine(table.headerLine) { bytes, _ in
      var shape = RowShape()
      shape.measureHeader(
        bytes, Row(bytes, from: table.headerOffset), against: table.frame.delimiter)
      table.headerForms = shape.forms
      table.tally.layout.add(1, shape)
    }
  }

  /// Notes a table that is read by another schema than its values speak for.
  private mutating func checkSchema(of table: CatalogTable) {
    guard table.frame.candidate.schema != nil else { return }
    let isKept = matching.touched.contains { $0.id == table.id }
    if isKept, table.tally.bearsOutSchema != table.frame.isSchemaInForce {
      tableWithOtherSchema = table.id
    } else if !isKept, table.frame.isSchemaInForce, !table.tally.bearsOutSchema {
      misreadHeaderLine = table.headerLine
    }
  }

  // MARK: Rows

  /// Gives each row of the region its facts: those it had, or measured ones.
  private mutating func readBlocks(_ catalog: Catalog) {
    var line = region.new.lowerBound
    var table = 0
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    for block in newBlocks {
      let lines = scan.takeLines(ofBlock: block - newBlocks.lowerBound)
      var draft = BlockDraft(firstLine: line, lines: lines, mayCarry: !region.old.isEmpty)
      catalog.text.forEachLine(ofBlock: block) { index, bytes, _ in
        defer { line += 1 }
        guard draft.lines[index].role == .bodyRow else { return }
        while table < tables.count, tables[table].endLine <= line { table += 1 }
        guard table < tables.count, line >= tables[table].headerLine + 2 else { return }
        if let oldLine = region.oldLine(line), former.move(to: oldLine),
          former.isRow(ofTable: tables[table].id, like: draft.lines[index])
        {
          draft.carry(index, former)
          carried.insert(oldLine, newBlock: blocks.count)
          keepInOrder(line, table, index, &draft, catalog, after: former)
        } else {
          add(bytes, line, table, index, &draft, catalog)
        }
      }
      blocks.append(draft)
    }
  }

  /// Measures a row that is new or changed.
  private mutating func add(
    _ bytes: Span<UInt8>, _ line: Int, _ table: Int, _ index: Int, _ draft: inout BlockDraft,
    _ catalog: Catalog
  ) {
    let frame = tables[table].frame
    measurer.measure(bytes, from: Int(draft.lines[index].contentOffset), in: frame)
    draft.set(index, measurer.measure)
    tables[table].tally.add(1, measurer.measure)
    guard frame.plan.isSorted else { return }
    if line == tables[table].headerLine + 2 {
      order.restart(SortName())
    } else if !order.isAt(line - 1) {
      order.restart(name(ofLine: line - 1, draft, catalog))
    }
    if order.append(&measurer.measure.name, line: line) {
      draft.lines[index].flags.insert(.inverted)
      tables[table].tally.inversionCount += 1
    }
  }

  /// A carried row is in order or not as before, unless the row above it is another one.
  private mutating func keepInOrder(
    _ line: Int, _ table: Int, _ index: Int, _ draft: inout BlockDraft, _ catalog: Catalog,
    after former: FormerRows
  ) {
    guard tables[table].plan.isSorted else { return }
    let isFirst = line == tables[table].bodyLines.lowerBound
    let hasSameAbove =
      isFirst
      ? former.isFirstRow
      : !former.isFirstRow && region.oldLine(line - 1) == former.line - 1
        && (former.line - 1 < region.old.lowerBound || carried.contains(former.line - 1))
    if !hasSameAbove {
      let own = name(ofLine: line, draft, catalog)
      let above = isFirst ? SortName() : name(ofLine: line - 1, draft, catalog)
      draft.lines[index].flags.remove(.inverted)
      if NameSequence.isOutOfOrder(above, own) { draft.lines[index].flags.insert(.inverted) }
    }
    if draft.lines[index].isInverted { tables[table].tally.inversionCount += 1 }
  }

  /// The name of a row of the new text that was read already: in the region or above it.
  private func name(ofLine line: Int, _ draft: BlockDraft, _ catalog: Catalog) -> SortName {
    let facts: LineFacts
    if line >= draft.firstLine {
      facts = draft.lines[line - draft.firstLine]
    } else if let block = blocks.last, line >= block.firstLine {
      facts = block.lines[line - block.firstLine]
    } else {
      facts = catalog.lineFacts(line)
    }
    return SortName(catalog.name(ofLine: line, facts))
  }

  /// Takes the share of rows that are gone or changed from the tables that stay.
  private mutating func subtractOldRows(_ catalog: Catalog) {
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
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
  }
}
