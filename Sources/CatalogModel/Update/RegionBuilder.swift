import CatalogSchema
import LineStore
import TableSyntax

/// Makes the facts of a region's blocks anew and gives the groups the difference.
struct RegionBuilder {
  let old: Catalog
  let text: LineText
  let region: Region
  let scan: RegionScan
  let matching: TableMatching
  var new: Catalog
  /// The header lines of new tables whose values are known not to bear out their schema.
  let plainHeaderLines: Set<Int>
  /// A kept table whose values now speak for another schema than is in force.
  private(set) var tableWithOtherSchema: Int?
  /// The header line of a new table whose values do not bear out its schema.
  private(set) var misreadHeaderLine: Int?

  private var measurer = RowMeasurer()
  /// The tables of the region, in order.
  private var tables: [CatalogTable] = []
  private var lines: ContiguousArray<LineFacts> = []
  /// What the rules say of the region's lines, and the links in their texts.
  private var findings: [Int: RowFindings] = [:]
  /// Old lines whose facts were carried over.
  private var carried: LineSet

  init(
    old: Catalog, text: LineText, region: Region, scan: RegionScan, matching: TableMatching,
    plainHeaderLines: Set<Int>, new: Catalog
  ) {
    self.plainHeaderLines = plainHeaderLines
    self.old = old
    self.text = text
    self.region = region
    self.scan = scan
    self.matching = matching
    self.new = new
    carried = LineSet(region.old)
  }

  var measuredRowCount: Int { measurer.rowCount }

  mutating func build(oldBlocks: Range<Int>, newBlocks: Range<Int>) {
    makeTables()
    lines = ContiguousArray(repeating: LineFacts(), count: scan.roles.count)
    setRoles()
    carryOver(oldBlocks)
    subtractOldRows()
    measureNewRows()
    if tableWithOtherSchema != nil || misreadHeaderLine != nil { return }
    InversionCount.update(&lines, &tables, old: old, text: text, region: region, carried: carried)
    if changesRelations(oldBlocks) { new.relationID = RelationNumber.next() }
    exchangeFacts(oldBlocks, newBlocks)
    exchangeTables()
    moveKeys(oldBlocks, newBlocks)
    fixInversionBehindRegion()
  }

  // MARK: Tables

  private mutating func makeTables() {
    for match in matching.matches {
      if var table = match.old {
        table.headerLine = match.span.headerLine
        table.endLine = match.span.endLine
        measureHeader(&table, replacing: match.old)
        tables.append(table)
        continue
      }
      var table = CatalogTable(
        id: new.nextID, headerLine: match.span.headerLine, endLine: match.span.endLine,
        headerOffset: match.span.headerOffset, delimiterOffset: match.span.delimiterOffset,
        plan: match.candidate, candidate: match.candidate, delimiter: match.delimiter,
        tally: TableTally(columnCount: match.candidate.columns.count))
      new.nextID += 1
      if plainHeaderLines.contains(table.headerLine) { table = table.withoutSchema }
      measureHeader(&table, replacing: nil)
      tables.append(table)
    }
  }

  private func role(_ line: Int) -> LineRole {
    region.new.contains(line) ? scan.roles[line - region.new.lowerBound] : .other
  }

  private func measureHeader(_ table: inout CatalogTable, replacing old: CatalogTable?) {
    if let old {
      let line = region.newLine(old.headerLine).flatMap { region.oldLine($0) }
      if line == old.headerLine { return }
      self.old.withRow(old.headerLine, in: old) { bytes, row in
        var shape = RowShape()
        shape.measureHeader(bytes, row, against: table.delimiter)
        table.tally.layout.add(-1, shape)
      }
    }
    text.withLine(table.headerLine) { bytes, _ in
      var shape = RowShape()
      shape.measureHeader(
        bytes, Row(bytes, from: table.headerOffset), against: table.delimiter)
      table.headerForms = shape.forms
      table.tally.layout.add(1, shape)
    }
  }

  // MARK: Rows

  private mutating func setRoles() {
    for (index, role) in scan.roles.enumerated() {
      switch role {
      case .other: lines[index].role = scan.marks[index] ?? .other
      case .delimiterRow(let offset, _, _):
        lines[index].role = .delimiterRow
        lines[index].contentOffset = Int32(clamping: offset)
      case .mismatchedDelimiterRow(let offset, _):
        lines[index].role = .mismatchedDelimiterRow
        lines[index].contentOffset = Int32(clamping: offset)
      case .bodyRow(let offset):
        lines[index].role = .bodyRow
        lines[index].contentOffset = Int32(clamping: offset)
      }
    }
  }

  /// Takes over the facts of body rows that are the same rows of the same tables as before.
  private mutating func carryOver(_ oldBlocks: Range<Int>) {
    var oldLine = region.old.lowerBound
    for block in oldBlocks where block < old.facts.count {
      let facts = old.facts[block]
      for line in facts.lines.indices {
        defer { oldLine += 1 }
        let was = facts.lines[line]
        guard was.role == .bodyRow, let newLine = region.newLine(oldLine),
          region.oldLine(newLine) == oldLine, region.new.contains(newLine)
        else { continue }
        let index = newLine - region.new.lowerBound
        guard lines[index].role == .bodyRow, lines[index].contentOffset == was.contentOffset,
          let table = table(at: newLine), old.table(atLine: oldLine)?.id == table.id
        else { continue }
        lines[index] = was
        carried.insert(oldLine)
      }
      carryFindings(facts, firstLine: oldLine - facts.lines.count)
    }
  }

  private mutating func carryFindings(_ facts: BlockFacts, firstLine: Int) {
    for row in facts.rows {
      let oldLine = firstLine + Int(row.line)
      if carried.contains(oldLine), let line = region.newLine(oldLine) {
        findings[line] = row.findings
      }
    }
  }

  private func table(at line: Int) -> CatalogTable? {
    tables.first { $0.lines.contains(line) }
  }

  /// Takes the share of rows that are gone or changed from the tables that stay.
  private mutating func subtractOldRows() {
    for (index, table) in tables.enumerated() {
      guard let was = matching.touched.first(where: { $0.id == table.id }) else { continue }
      for line in was.bodyLines.clamped(to: region.old) where !carried.contains(line) {
        let offset = Int(old.lineFacts(line).contentOffset)
        old.text.withLine(line) { bytes, _ in
          let measure = measurer.measure(bytes, from: offset, in: table)
          tables[index].tally.add(-1, measure)
        }
      }
    }
  }

  private mutating func measureNewRows() {
    for (index, table) in tables.enumerated() {
      text.forEachLine(in: table.bodyLines.clamped(to: region.new)) { line, bytes, _ in
        if let oldLine = region.oldLine(line), carried.contains(oldLine) { return true }
        guard case .bodyRow(let offset) = role(line) else { return true }
        let measure = measurer.measure(bytes, from: offset, in: table)
        tables[index].tally.add(1, measure)
        lines[line - region.new.lowerBound] = measure.facts
        if !measure.rules.isEmpty || !measure.links.isEmpty {
          findings[line] = RowFindings(rules: measure.rules, links: measure.links)
        }
        return true
      }
      checkSchema(of: tables[index])
    }
  }

  /// Notes a table that is read by another schema than its values speak for.
  private mutating func checkSchema(of table: CatalogTable) {
    guard table.candidate.schema != nil else { return }
    let isKept = matching.touched.contains { $0.id == table.id }
    if isKept, table.tally.bearsOutSchema != table.isSchemaInForce {
      tableWithOtherSchema = table.id
    } else if !isKept, table.isSchemaInForce, !table.tally.bearsOutSchema {
      misreadHeaderLine = table.headerLine
    }
  }

  // MARK: Exchange

  private mutating func exchangeFacts(_ oldBlocks: Range<Int>, _ newBlocks: Range<Int>) {
    var made: [BlockFacts] = []
    var first = region.new.lowerBound
    for (index, block) in newBlocks.enumerated() {
      let count = text.lineCount(ofBlock: block)
      let start = first - region.new.lowerBound
      var rows: ContiguousArray<BlockFacts.Row> = []
      for line in first..<first + count {
        if let found = findings[line] {
          rows.append(BlockFacts.Row(line: Int32(clamping: line - first), findings: found))
        }
      }
      made.append(
        BlockFacts(
          id: id(ofNewBlock: index, oldBlocks), startState: scan.startStates[index],
          lines: ContiguousArray(lines[start..<start + count]), rows: rows))
      first += count
    }
    new.facts.replaceSubrange(oldBlocks.clamped(to: 0..<old.facts.count), with: made)
    new.blockIDs.replaceSubrange(
      oldBlocks.clamped(to: 0..<old.facts.count), with: made.map(\.id))
  }

  /// The id of the old block in the same place, or a new one.
  private mutating func id(ofNewBlock index: Int, _ oldBlocks: Range<Int>) -> Int {
    let block = oldBlocks.lowerBound + index
    if block < min(oldBlocks.upperBound, old.facts.count) { return old.facts[block].id }
    defer { new.nextID += 1 }
    return new.nextID
  }

  private mutating func exchangeTables() {
    var before: [CatalogTable] = []
    var behind: [CatalogTable] = []
    let touched = Set(matching.touched.map(\.id))
    for var table in old.tables where !touched.contains(table.id) {
      if table.headerLine < region.old.lowerBound {
        before.append(table)
      } else {
        table.headerLine += region.lineShift
        table.endLine += region.lineShift
        behind.append(table)
      }
    }
    new.tables = before + tables + behind
  }

  /// Whether rows stand to one another otherwise than before.
  private func changesRelations(_ oldBlocks: Range<Int>) -> Bool {
    if region.lineShift != 0 || region.old.count != region.new.count { return true }
    if !matching.lost.isEmpty || matching.matches.contains(where: { $0.old == nil }) { return true }
    var slot = 0
    for block in oldBlocks where block < old.facts.count {
      for line in old.facts[block].lines {
        if !line.relatesLike(lines[slot]) { return true }
        slot += 1
      }
    }
    return false
  }

  // MARK: Keys

  private mutating func moveKeys(_ oldBlocks: Range<Int>, _ newBlocks: Range<Int>) {
    var oldLine = region.old.lowerBound
    var stay: Set<Int> = []
    let newIDs = newLineIDs(newBlocks)
    for block in oldBlocks where block < old.facts.count {
      let facts = old.facts[block]
      for line in facts.lines {
        defer { oldLine += 1 }
        guard line.role == .bodyRow else { continue }
        if carried.contains(oldLine), let newLine = region.newLine(oldLine),
          newIDs[newLine - region.new.lowerBound] == facts.id
        {
          stay.insert(newLine)
          continue
        }
        guard let table = old.table(atLine: oldLine) else { continue }
        let place = KeyIndex.Place(
          block: facts.id, nameKey: line.nameKey, linkKey: line.linkKey)
        new.names.remove(KeyIndex.key(line.nameKey, table: table.id), place)
        new.links.remove(KeyIndex.key(line.linkKey, table: table.id), place)
      }
    }
    for table in tables {
      for line in table.bodyLines.clamped(to: region.new) where !stay.contains(line) {
        let facts = lines[line - region.new.lowerBound]
        let id = newIDs[line - region.new.lowerBound]
        let place = KeyIndex.Place(block: id, nameKey: facts.nameKey, linkKey: facts.linkKey)
        new.names.add(KeyIndex.key(facts.nameKey, table: table.id), place)
        new.links.add(KeyIndex.key(facts.linkKey, table: table.id), place)
      }
    }
  }

  private func newLineIDs(_ newBlocks: Range<Int>) -> ContiguousArray<Int> {
    var ids: ContiguousArray<Int> = []
    for block in newBlocks {
      let count = text.lineCount(ofBlock: block)
      ids.append(contentsOf: repeatElement(new.facts[block].id, count: count))
    }
    return ids
  }

  // MARK: Order

  /// The first row behind the region has a new neighbour.
  private mutating func fixInversionBehindRegion() {
    let line = region.new.upperBound
    guard line < text.lineCount, let index = new.tableIndex(atLine: line),
      new.tables[index].bodyLines.contains(line)
    else { return }
    let place = text.block(ofLine: line)
    let facts = new.facts[place.block]
    let was = facts.lines[place.lineInBlock].isInverted
    let isInverted = InversionCount.isInverted(line, in: new.tables[index], of: new)
    if was == isInverted { return }
    new.relationID = RelationNumber.next()
    new.tables[index].tally.inversionCount += isInverted ? 1 : -1
    var lines = facts.lines
    lines[place.lineInBlock].isInverted = isInverted
    new.facts[place.block] = BlockFacts(
      id: facts.id, startState: facts.startState, lines: lines, rows: facts.rows)
  }
}
