import CatalogSchema
import LineStore
import TableSyntax

/// Brings a catalog up to date with its text: the one way by which metadata, tables and sums
/// change, for a text read the first time as for one keystroke.
///
/// The region is the blocks that were replaced, and those after them until the scanner is in the
/// state it was in before. Rows that neither moved to another table nor changed are carried over.
struct CatalogUpdate {
  private let splice: LineSplice
  private var work = Catalog.Work()
  /// The state before the first line of the new text.
  private var firstState = BlockState()
  /// The region's blocks, in the old and the new text.
  private var oldBlocks: Range<Int>
  private var newBlocks: Range<Int>
  /// The header lines of tables that cmark-gfm ends early since their rows lack too many cells.
  private var countedHeaderLines: Set<Int> = []

  private init(_ splice: LineSplice) {
    self.splice = splice
    oldBlocks = splice.removedBlocks
    newBlocks = splice.insertedBlocks
  }

  /// Updates a catalog whose text an edit has changed, and nothing else yet.
  static func run(_ splice: LineSplice, on catalog: inout Catalog) {
    var update = CatalogUpdate(splice)
    update.run(on: &catalog)
  }

  private mutating func run(on catalog: inout Catalog) {
    keepCounting(catalog)
    coverFrontMatter(catalog)
    while true {
      let scan = scanRegion(catalog)
      let region = region(catalog)
      var matching = TableMatching(catalog: catalog, region: region)
      matching.match(scan.spans, catalog)
      work.visitedTables += matching.touched.count + matching.matches.count
      if grow(toCover: matching.linesToCover, catalog) { continue }
      var builder = RegionBuilder(
        region: region, scan: scan, matching: matching, oldBlocks: oldBlocks,
        newBlocks: newBlocks, nextID: catalog.nextID)
      builder.build(catalog)
      work.measuredRowCount += builder.measuredRowCount
      if learn(from: builder, catalog) { continue }
      builder.commit(to: &catalog)
      work.copiedByteCount = splice.copiedByteCount
      catalog.lastWork = work
      return
    }
  }

  /// Notes which tables must be read in another way; false if no table is.
  private mutating func learn(from builder: RegionBuilder, _ catalog: Catalog) -> Bool {
    let overfull = builder.overfullHeaderLines.subtracting(countedHeaderLines)
    if overfull.isEmpty { return false }
    countedHeaderLines.formUnion(overfull)
    for line in overfull { _ = grow(toCover: line..<line + 2, catalog) }
    return true
  }

  /// Tables that count go on counting where their header is read again.
  private mutating func keepCounting(_ catalog: Catalog) {
    for id in catalog.countingTableIDs {
      guard let index = catalog.tables.index(ofID: id) else { continue }
      let line = catalog.tables[index].headerLine
      let isAfter = line >= splice.removed.upperBound
      countedHeaderLines.insert(line + (isAfter ? splice.lineShift : 0))
    }
  }

  /// An edit anywhere may end the front matter or open it again.
  private mutating func coverFrontMatter(_ catalog: Catalog) {
    firstState = BlockState(beforeFirstLineOf: catalog.text)
    if let first = catalog.metadata.first, first.startState != firstState {
      _ = grow(toCover: 0..<1, catalog)
    }
  }

  private func region(_ catalog: Catalog) -> Region {
    let newFirst = catalog.text.firstLine(ofBlock: newBlocks.lowerBound)
    let newEnd = catalog.text.firstLine(ofBlock: newBlocks.upperBound)
    let oldEnd = catalog.metadata.isEmpty ? newFirst : newEnd - splice.lineShift
    return Region(old: newFirst..<oldEnd, new: newFirst..<newEnd, splice: splice)
  }

  // MARK: Region

  /// Reads the blocks of the region, and goes on until the rest reads as before.
  private mutating func scanRegion(_ catalog: Catalog) -> RegionScan {
    let first = newBlocks.lowerBound
    let state =
      first > 0 && first < catalog.metadata.count ? catalog.metadata[first].startState : firstState
    let firstLine = catalog.text.firstLine(ofBlock: first)
    let table = catalog.tables.last(withDelimiterRowBefore: firstLine)
      .flatMap { $0.endLine >= firstLine ? TableSpan($0, shift: 0) : nil }
    var scan = RegionScan(
      from: firstLine, in: state, table: table, countedHeaderLines: countedHeaderLines)
    var block = first
    while block < catalog.text.blockCount {
      if block >= newBlocks.upperBound, isReadAsBefore(block, scan.state, catalog) { break }
      scan.read(block: block, of: catalog.text)
      block += 1
    }
    work.scannedLineCount += scan.lineCount
    newBlocks = first..<max(block, newBlocks.upperBound)
    oldBlocks = first..<max(oldBlocks.upperBound, newBlocks.upperBound - splice.blockShift)
    if !catalog.metadata.isEmpty { completeLastTable(&scan, catalog) }
    return scan
  }

  private func isReadAsBefore(_ block: Int, _ state: BlockState, _ catalog: Catalog) -> Bool {
    let old = block - splice.blockShift
    return old < catalog.metadata.count && catalog.metadata[old].startState == state
  }

  /// The last table may go on after the region, or begin with its last line.
  private func completeLastTable(_ scan: inout RegionScan, _ catalog: Catalog) {
    let end = catalog.text.firstLine(ofBlock: newBlocks.upperBound) - splice.lineShift
    let isInTable = scan.isInTable
    let isParagraph = scan.state.isParagraph
    scan.complete { spans in
      if isInTable {
        guard let tail = catalog.tables.last(withDelimiterRowBefore: end), tail.endLine > end,
          !spans.isEmpty
        else { return }
        spans[spans.count - 1].endLine = tail.endLine + splice.lineShift
      } else if isParagraph, let next = catalog.table(atLine: end - 1), next.headerLine == end - 1 {
        spans.append(TableSpan(next, shift: splice.lineShift))
      }
    }
  }

  /// Widens the region to hold lines of the new text; false where it does.
  private mutating func grow(toCover lines: Range<Int>?, _ catalog: Catalog) -> Bool {
    guard let lines else { return false }
    let text = catalog.text
    let first = min(newBlocks.lowerBound, text.block(ofLine: lines.lowerBound).block)
    let end = max(newBlocks.upperBound, text.block(ofLine: lines.upperBound - 1).block + 1)
    if first == newBlocks.lowerBound, end == newBlocks.upperBound { return false }
    oldBlocks = first..<max(oldBlocks.upperBound, end - splice.blockShift)
    newBlocks = first..<end
    return true
  }
}
