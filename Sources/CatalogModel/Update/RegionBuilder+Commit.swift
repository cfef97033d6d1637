import CatalogSchema
import LineStore
import TableSyntax

/// Replaces the region's old blocks, tables and rows by the new ones.
extension RegionBuilder {
  /// Gives the catalog the region's metadata, and the sums the difference.
  mutating func commit(to catalog: inout Catalog) {
    if changesRelations(catalog) { catalog.relations = DerivedState() }
    let ids = newBlocks.map { id(ofBlock: $0, catalog) }
    removeKeys(ids, &catalog)
    addKeys(ids, &catalog)
    exchangeUniques(ids, &catalog)
    let made = zip(ids, blocks.indices).map { id, index in
      BlockMetadata(
        id: id, startState: scan.startStates[index], lines: blocks[index].lines,
        reports: blocks[index].reports, links: blocks[index].links,
        uniqueKeys: blocks[index].uniqueKeys, cache: BlockCache(rows: blocks[index].explained))
    }
    let range = oldBlocks.clamped(to: 0..<catalog.metadata.count)
    for metadata in catalog.metadata[range] { catalog.totals.add(-1, metadata) }
    for metadata in made { catalog.totals.add(1, metadata) }
    catalog.metadata.replaceSubrange(range, with: made)
    catalog.blockIDs.replaceSubrange(range, with: ids)
    for id in ids { catalog.wordIndex?.forget(id) }
    exchangeTables(&catalog)
    catalog.learn(learnedChanges)
    catalog.associate(tables, lost: matching.lost)
    catalog.nextID = nextID
    fixInversionBehindRegion(&catalog)
  }

  /// The id of the old block in the same place, or a new one.
  private mutating func id(ofBlock block: Int, _ catalog: Catalog) -> Int {
    if oldBlocks.contains(block), block < catalog.metadata.count {
      return catalog.metadata[block].id
    }
    defer { nextID += 1 }
    return nextID
  }

  private mutating func exchangeTables(_ catalog: inout Catalog) {
    for index in tables.indices {
      tables[index].isFormatted = catalog.isFormatted(
        tables[index], style: catalog.configuration.style)
    }
    for table in matching.touched {
      catalog.tableTotals.add(-1, table)
      if table.countsMissingCells { catalog.countingTableIDs.remove(table.id) }
    }
    for table in tables {
      catalog.tableTotals.add(1, table)
      if table.countsMissingCells { catalog.countingTableIDs.insert(table.id) }
    }
    catalog.tables.replace(
      matching.touchedIndices, with: tables, movingRestBy: region.lineShift)
  }

  /// Whether the relations between rows changed.
  private func changesRelations(_ catalog: Catalog) -> Bool {
    if region.lineShift != 0 || catalog.totals.conflictMarkers > 0 { return true }
    if !matching.lost.isEmpty || matching.matches.contains(where: { $0.old == nil }) { return true }
    let former = catalog.metadata[oldBlocks.clamped(to: 0..<catalog.metadata.count)]
    // What is said of a line of text depends on the lines of text above it.
    if former.contains(where: { $0.counts.textRows > 0 }) { return true }
    if touchesDefinitions(former, catalog) { return true }
    let isSame = former.elementsEqual(blocks) { former, now in
      former.lines.elementsEqual(now.lines) { $0.relatesLike($1) }
    }
    return !isSame || changesUniques(catalog) || !keepsNamedCells(catalog)
  }

  /// Whether the region may hold a part of a definition, which may begin in the block above.
  private func touchesDefinitions(
    _ former: ArraySlice<BlockMetadata>, _ catalog: Catalog
  ) -> Bool {
    let above = oldBlocks.lowerBound - 1
    return former.contains { $0.counts.definitions > 0 }
      || catalog.metadata.indices.contains(above)
        && catalog.metadata[above].lines.last?.role == .paragraph
  }

  // MARK: Keys

  /// Rows that are added to an index at once.
  private static let rowCountOfBatch = 32

  private func removeKeys(_ ids: [Int], _ catalog: inout Catalog) {
    var former = FormerRows(catalog, region, oldBlocks, tables: matching.touched)
    for line in region.old where former.move(to: line) && former.metadata.role == .bodyRow {
      let block = former.block.id
      if let moved = carried.newBlock(ofLine: line), ids[moved] == block { continue }
      guard let table = former.tableID else { continue }
      catalog.names.remove(
        KeyIndex.Entry(key: former.metadata.nameKey, table: table, block: block))
      catalog.links.remove(
        KeyIndex.Entry(key: former.metadata.linkKey, table: table, block: block))
    }
  }

  /// Adds the rows' names and links; those of a whole text at once.
  private func addKeys(_ ids: [Int], _ catalog: inout Catalog) {
    if region.old.isEmpty {
      let keys = [LineMetadata.Key.name, .link]
      let isLarge = blocks.count >= AllCores.blockCountMin
      let made =
        isLarge ? AllCores.map(keys) { index(of: $0, ids) } : keys.map { index(of: $0, ids) }
      catalog.names = made[0]
      catalog.links = made[1]
    } else {
      add(.name, ids, to: &catalog.names)
      add(.link, ids, to: &catalog.links)
    }
  }

  /// The names or links of a whole text.
  private func index(of key: LineMetadata.Key, _ ids: [Int]) -> KeyIndex {
    var index = KeyIndex()
    index.reserve(tables.reduce(0) { $0 + ($1.plan.keyColumn == nil ? 0 : $1.bodyLines.count) })
    add(key, ids, to: &index)
    return index
  }

  private func add(_ key: LineMetadata.Key, _ ids: [Int], to index: inout KeyIndex) {
    var line = region.new.lowerBound
    var table = 0
    var rows: ContiguousArray<KeyIndex.Entry> = []
    defer { index.add(rows) }
    for (block, id) in zip(blocks, ids) {
      for (offset, metadata) in block.lines.enumerated() {
        defer { line += 1 }
        let fingerprint = metadata.role == .bodyRow ? metadata[key] : 0
        if fingerprint == 0 || block.origin(ofLine: offset) == id { continue }
        while table < tables.count, tables[table].endLine <= line { table += 1 }
        if table == tables.count { return }
        rows.append(KeyIndex.Entry(key: fingerprint, table: tables[table].id, block: id))
        if rows.count == Self.rowCountOfBatch {
          index.add(rows)
          rows.removeAll(keepingCapacity: true)
        }
      }
    }
  }

  // MARK: Unique values

  /// The unique values of a row, and its line.
  private struct PlacedUnique: Equatable {
    var line: Int
    var key: UInt64
    var block: Int
  }

  private static func uniqueKeys(
    _ blocks: some Collection<(uniqueKeys: ContiguousArray<UniqueKey>, lineCount: Int)>,
    ids: [Int], from first: Int
  ) -> [PlacedUnique] {
    var first = first
    var found: [PlacedUnique] = []
    for (block, id) in zip(blocks, ids) {
      found += block.uniqueKeys.map {
        PlacedUnique(line: first + Int($0.line), key: $0.key, block: id)
      }
      first += block.lineCount
    }
    return found
  }

  private func formerUniques(_ catalog: Catalog) -> [PlacedUnique] {
    let former = catalog.metadata[oldBlocks.clamped(to: 0..<catalog.metadata.count)]
    if former.allSatisfy(\.uniqueKeys.isEmpty) { return [] }
    return Self.uniqueKeys(
      former.map { ($0.uniqueKeys, $0.lines.count) }, ids: former.map(\.id),
      from: region.old.lowerBound)
  }

  private func newUniques(_ ids: [Int]) -> [PlacedUnique] {
    if blocks.allSatisfy(\.uniqueKeys.isEmpty) { return [] }
    return Self.uniqueKeys(
      blocks.map { ($0.uniqueKeys, $0.lines.count) }, ids: ids, from: region.new.lowerBound)
  }

  /// Whether unique values changed in a region that has the line count of before.
  private func changesUniques(_ catalog: Catalog) -> Bool {
    let former = formerUniques(catalog).map { ($0.line, $0.key) }
    let now = newUniques(Array(repeating: 0, count: blocks.count)).map { ($0.line, $0.key) }
    return !former.elementsEqual(now, by: ==)
  }

  private func exchangeUniques(_ ids: [Int], _ catalog: inout Catalog) {
    Self.forEach(formerUniques(catalog), in: matching.touched) {
      catalog.uniqueKeys.remove($0)
    }
    Self.forEach(newUniques(ids), in: tables) { catalog.uniqueKeys.add($0) }
  }

  /// Calls `body` with each row's unique values.
  private static func forEach(
    _ uniqueKeys: [PlacedUnique], in tables: [CatalogTable], _ body: (KeyIndex.Entry) -> Void
  ) {
    var table = 0
    for unique in uniqueKeys {
      while table < tables.count, tables[table].endLine <= unique.line { table += 1 }
      if table == tables.count { return }
      body(KeyIndex.Entry(key: unique.key, table: tables[table].id, block: unique.block))
    }
  }

  // MARK: Order

  /// The first row after the region has a new neighbour.
  private func fixInversionBehindRegion(_ catalog: inout Catalog) {
    let line = region.new.upperBound
    guard line < catalog.text.lineCount, let index = catalog.tableIndex(atLine: line) else {
      return
    }
    let table = catalog.tables[index]
    guard table.bodyLines.contains(line), table.plan.keyColumn != nil else { return }
    let place = catalog.text.block(ofLine: line)
    let metadata = catalog.metadata[place.block]
    var flags = metadata.lines[place.lineInBlock].flags
    let isFirst = line == table.bodyLines.lowerBound
    let above = isFirst ? [] : catalog.name(ofLine: line - 1, in: table)
    let own = catalog.name(ofLine: line, in: table)
    let isInverted = NameSequence.isOutOfOrder(SortName(above), SortName(own))
    if flags.contains(.inverted) == isInverted { return }
    if isInverted { flags.insert(.inverted) } else { flags.remove(.inverted) }
    catalog.relations = DerivedState()
    catalog.tableTotals.add(-1, table)
    catalog.tables.changeTally(at: index) { $0.inversionCount += isInverted ? 1 : -1 }
    catalog.tableTotals.add(1, catalog.tables[index])
    catalog.metadata[place.block] = metadata.with(flags: flags, ofLine: place.lineInBlock)
  }
}
