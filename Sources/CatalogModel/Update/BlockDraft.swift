import CatalogSchema
import LineStore

/// The metadata of a block that is being read.
struct BlockDraft {
  let firstLine: Int
  var lines: ContiguousArray<LineMetadata>
  private(set) var reports: ContiguousArray<RowReport> = []
  private(set) var links: ContiguousArray<LinkKeys> = []
  private(set) var uniqueKeys: ContiguousArray<UniqueKey> = []
  private(set) var explained: [Int32: BlockCache.Row] = [:]
  /// For each line the id of the old block that its row comes from, -1 for none; empty where no
  /// row can come from an old block.
  private var origins: ContiguousArray<Int>

  init(firstLine: Int, lines: ContiguousArray<LineMetadata>, mayCarry: Bool) {
    self.firstLine = firstLine
    self.lines = lines
    origins = mayCarry ? ContiguousArray(repeating: -1, count: lines.count) : []
  }

  /// The id of the old block that a row comes from.
  func origin(ofLine line: Int) -> Int? {
    origins.isEmpty || origins[line] < 0 ? nil : origins[line]
  }

  /// Adds a row of the old text with all that is known of it.
  ///
  /// - Complexity: O(log rows of the block + the row's links)
  mutating func carry(_ line: Int, _ former: FormerRows) {
    lines[line] = former.metadata
    origins[line] = former.block.id
    let number = Int32(clamping: line)
    if var report = former.block.reports.entries(ofLine: former.lineInBlock).first {
      report.line = number
      reports.append(report)
      explained[number] = former.block.cache.row(former.lineInBlock)
    }
    links.append(former.block.links.entries(ofLine: former.lineInBlock), atLine: number)
    uniqueKeys.append(former.block.uniqueKeys.entries(ofLine: former.lineInBlock), atLine: number)
  }

  /// Adds a measured row.
  mutating func set(_ line: Int, _ measure: RowMeasure) {
    let scanned = lines[line].flags
    lines[line] = measure.metadata
    lines[line].flags.formUnion(scanned)
    let number = Int32(clamping: line)
    if measure.problemCount > 0 {
      reports.append(
        RowReport(
          line: number, rules: measure.rules,
          problemCount: Int32(clamping: measure.problemCount)))
    }
    links.append(measure.links[...], atLine: number)
    uniqueKeys.append(measure.uniqueKeys[...], atLine: number)
  }
}

extension ContiguousArray where Element: LineEntry {
  /// Adds a row's entries, which get its line in the block.
  fileprivate mutating func append(_ entries: SubSequence, atLine line: Int32) {
    for var entry in entries {
      entry.line = line
      append(entry)
    }
  }
}

/// The rows of the old text in the region, one after another, with what was known of them.
struct FormerRows {
  private let blocks: [BlockMetadata]
  private let tables: [CatalogTable]
  private var nextTable = 0
  private var blockIndex = 0
  private var blockFirstLine: Int
  /// The old line that `move` went to.
  private(set) var line: Int

  init(
    _ catalog: Catalog, _ region: Region, _ oldBlocks: Range<Int>, tables: [CatalogTable]
  ) {
    blocks = Array(catalog.metadata[oldBlocks.clamped(to: 0..<catalog.metadata.count)])
    self.tables = tables
    blockFirstLine = region.old.lowerBound
    line = region.old.lowerBound
  }

  /// Goes to an old line, at or after the last one; false where it is not in the region.
  mutating func move(to line: Int) -> Bool {
    self.line = line
    while blockIndex < blocks.count, line >= blockFirstLine + block.lines.count {
      blockFirstLine += block.lines.count
      blockIndex += 1
    }
    while nextTable < tables.count, tables[nextTable].endLine <= line { nextTable += 1 }
    return blockIndex < blocks.count && line >= blockFirstLine
  }

  var block: BlockMetadata { blocks[blockIndex] }
  var lineInBlock: Int { line - blockFirstLine }
  var metadata: LineMetadata { block.lines[lineInBlock] }

  private var isBodyLine: Bool {
    nextTable < tables.count && tables[nextTable].bodyLines.contains(line)
  }

  /// The table that has the line as a body row.
  var table: CatalogTable? { isBodyLine ? tables[nextTable] : nil }
  /// The id of that table, without a copy of it.
  var tableID: Int? { isBodyLine ? tables[nextTable].id : nil }
  /// Whether the line is its table's first body row.
  var isFirstRow: Bool { isBodyLine && tables[nextTable].bodyLines.lowerBound == line }

  /// Whether the line is a row of a table with the same content offset as a line now.
  func isRow(ofTable id: Int, like now: LineMetadata) -> Bool {
    metadata.role == .bodyRow && metadata.contentOffset == now.contentOffset && tableID == id
  }
}

/// Lines of the old text that were carried over, and to which block of the region.
struct LineSet {
  private let range: Range<Int>
  private var blocks: ContiguousArray<Int32>

  /// The empty set of lines of a range.
  init(_ range: Range<Int>) {
    self.range = range
    blocks = ContiguousArray(repeating: -1, count: range.count)
  }

  /// Adds a line of the range.
  mutating func insert(_ line: Int, newBlock: Int) {
    if range.contains(line) { blocks[line - range.lowerBound] = Int32(clamping: newBlock) }
  }

  func contains(_ line: Int) -> Bool { newBlock(ofLine: line) != nil }

  /// The block of the region that a line was carried to, counted from the region's first.
  func newBlock(ofLine line: Int) -> Int? {
    guard range.contains(line) else { return nil }
    let block = Int(blocks[line - range.lowerBound])
    return block < 0 ? nil : block
  }
}
