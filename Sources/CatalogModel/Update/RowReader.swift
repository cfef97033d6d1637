import LineStore
import TableSyntax

/// Reads the rows of some blocks one after another: carries over or measures each, and sums up what
/// the rows give their tables.
struct RowReader {
  private let catalog: Catalog
  private let region: Region
  private let tables: [CatalogTable]
  /// The metadata of the blocks.
  private(set) var drafts: [BlockDraft] = []
  /// What the rows give the tables, by the tables' places in the region.
  private(set) var tallies: [Int: TableTally] = [:]
  /// What the rows add to their pools, by the tables' places in the region.
  private(set) var learned: [Int: LearnedTally] = [:]
  /// Lines of the old text whose metadata were carried over.
  private(set) var carried: LineSet
  private var former: FormerRows
  private let mayCarry: Bool
  /// What the scanner knows of the line above the first.
  private let lineAbove: LineMetadata?
  /// Rows that were measured.
  private(set) var measuredRowCount = 0
  private var order = NameSequence()
  private var line: Int
  /// The table of the line, and what its rows have given so far.
  private var table: Int
  private var tally = TableTally.none
  private var isInTable = false

  init(
    _ catalog: Catalog, _ region: Region, former: FormerRows, tables: [CatalogTable],
    mayCarry: Bool, from line: Int, below lineAbove: LineMetadata?
  ) {
    self.catalog = catalog
    self.region = region
    self.former = former
    self.tables = tables
    self.line = line
    self.lineAbove = lineAbove
    self.mayCarry = mayCarry
    table = tables.partitioningIndex { $0.endLine > line }
    carried = LineSet(mayCarry ? region.old : 0..<0)
  }

  /// Reads the next block, whose lines the scanner knows.
  mutating func read(
    block: Int, _ lines: ContiguousArray<LineMetadata>, with measurer: inout RowMeasurer
  ) {
    var draft = BlockDraft(firstLine: line, lines: lines, mayCarry: mayCarry)
    catalog.text.forEachLine(ofBlock: block) { index, bytes, _ in
      if draft.lines[index].role == .bodyRow { read(bytes, index, &draft, &measurer) }
      line += 1
    }
    drafts.append(draft)
  }

  /// Ends the reading.
  mutating func finish(_ measurer: inout RowMeasurer) { closeTable(&measurer) }

  private mutating func read(
    _ bytes: Span<UInt8>, _ index: Int, _ draft: inout BlockDraft, _ measurer: inout RowMeasurer
  ) {
    if !isInTable || tables[table].endLine <= line {
      guard openTable(&measurer) else { return }
    }
    if mayCarry, let oldLine = region.oldLine(line), former.move(to: oldLine),
      former.isRow(ofTable: tables[table].id, like: draft.lines[index])
    {
      draft.carry(index, former)
      carried.insert(oldLine, newBlock: drafts.count)
      keepInOrder(index, &draft)
    } else {
      measure(bytes, index, &draft, &measurer)
    }
  }

  /// Goes to the table that holds the line as a body row.
  private mutating func openTable(_ measurer: inout RowMeasurer) -> Bool {
    closeTable(&measurer)
    while table < tables.count, tables[table].endLine <= line { table += 1 }
    guard table < tables.count, line >= tables[table].headerLine + 2 else { return false }
    tally = TableTally(plan: tables[table].plan)
    isInTable = true
    return true
  }

  private mutating func closeTable(_ measurer: inout RowMeasurer) {
    if isInTable {
      tallies[table] = tally
      learned[table] = measurer.takeLearned()
    }
    tally = .none
    isInTable = false
  }

  /// Measures a row that is new or changed.
  private mutating func measure(
    _ bytes: Span<UInt8>, _ index: Int, _ draft: inout BlockDraft, _ measurer: inout RowMeasurer
  ) {
    measuredRowCount += 1
    let context = tables[table].context
    measurer.measure(bytes, from: Int(draft.lines[index].contentOffset), in: context)
    draft.set(index, measurer.measure)
    tally.add(1, measurer.measure)
    guard context.plan.keyColumn != nil else { return }
    if line == tables[table].headerLine + 2 {
      order.restart(SortName())
    } else if !order.isAt(line - 1) {
      order.restart(name(ofLine: line - 1, draft))
    }
    if order.append(&measurer.measure.name, line: line) {
      draft.lines[index].flags.insert(.inverted)
      tally.inversionCount += 1
    }
  }

  /// A carried row is in order or not as before, unless the row above it is another one.
  private mutating func keepInOrder(_ index: Int, _ draft: inout BlockDraft) {
    guard tables[table].plan.keyColumn != nil else { return }
    let isFirst = line == tables[table].headerLine + 2
    let hasSameAbove =
      isFirst
      ? former.isFirstRow
      : !former.isFirstRow && region.oldLine(line - 1) == former.line - 1
        && (former.line - 1 < region.old.lowerBound || carried.contains(former.line - 1))
    if !hasSameAbove {
      let own = name(ofLine: line, draft)
      let above = isFirst ? SortName() : name(ofLine: line - 1, draft)
      draft.lines[index].flags.remove(.inverted)
      if NameSequence.isOutOfOrder(above, own) { draft.lines[index].flags.insert(.inverted) }
    }
    if draft.lines[index].isInverted { tally.inversionCount += 1 }
  }

  /// The name of a row at or above the one being read.
  private func name(ofLine line: Int, _ draft: BlockDraft) -> SortName {
    if line >= draft.firstLine {
      return SortName(catalog.name(ofLine: line, draft.lines[line - draft.firstLine]))
    }
    if let block = drafts.last, line >= block.firstLine {
      return SortName(catalog.name(ofLine: line, block.lines[line - block.firstLine]))
    }
    if mayCarry || lineAbove == nil {
      return SortName(catalog.name(ofLine: line, catalog.lineMetadata(line)))
    }
    return nameAbove(line)
  }

  /// The name of the row above the first, which another reader has to read.
  private func nameAbove(_ line: Int) -> SortName {
    guard let lineAbove, lineAbove.role == .bodyRow else { return SortName() }
    var measurer = RowMeasurer(catalog.rules.rowRules)
    catalog.text.withLine(line) { bytes, _ in
      measurer.measure(
        bytes, from: Int(lineAbove.contentOffset), in: tables[table].context)
    }
    return measurer.measure.name
  }
}
