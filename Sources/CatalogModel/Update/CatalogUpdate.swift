import CatalogSchema
import LineStore
import TableSyntax

/// Brings a catalog up to date with its text: the one way by which facts, tables and groups change,
/// for a text read the first time as for one keystroke.
///
/// The region is the blocks that were replaced, then as many as need a new look until the scanner
/// is in the state it was in before; rows that neither moved to another table nor changed are
/// carried over.
struct CatalogUpdate {
  let old: Catalog
  let text: LineText
  let splice: LineSplice
  var new: Catalog
  var work = Catalog.Work()

  /// Blocks looked at, in the old and the new text.
  private var oldBlocks: Range<Int>
  private var newBlocks: Range<Int>
  /// Tables that must be read anew though their header is the same.
  private var rebuiltTableIDs: Set<Int> = []
  /// The header lines of new tables whose values do not bear out the schema of their headers.
  private var plainHeaderLines: Set<Int> = []

  /// An edit's update.
  init(of old: Catalog, text: LineText, splice: LineSplice) {
    self.old = old
    self.text = text
    self.splice = splice
    oldBlocks = splice.removedBlocks
    newBlocks = splice.insertedBlocks
    new = old
    new.text = text
  }

  /// The first reading of a text.
  init(reading catalog: Catalog) {
    old = catalog
    text = catalog.text
    splice = LineSplice(
      removed: 0..<0, inserted: 0..<text.lineCount, removedBlocks: 0..<0,
      insertedBlocks: 0..<text.blockCount, copiedByteCount: 0)
    oldBlocks = splice.removedBlocks
    newBlocks = splice.insertedBlocks
    new = catalog
  }

  private var isFirstReading: Bool { old.facts.isEmpty }
  private var lineShift: Int { splice.inserted.upperBound - splice.removed.upperBound }
  private var blockShift: Int { splice.insertedBlocks.upperBound - splice.removedBlocks.upperBound }

  /// The catalog of the new text.
  mutating func run() -> Catalog {
    while true {
      let scan = scanRegion()
      let region = Region(
        old: lines(of: oldBlocks, in: old.text, isFirstReading),
        new: lines(of: newBlocks, in: text, false), splice: splice)
      let spans = spans(scan, region)
      var matching = TableMatching(
        old: old, text: text, region: region, rebuilt: rebuiltTableIDs,
        schemas: old.configuration.schemas)
      matching.match(spans)
      if grow(toCover: matching.linesToCover(region)) { continue }
      var builder = RegionBuilder(
        old: old, text: text, region: region, scan: scan, matching: matching,
        plainHeaderLines: plainHeaderLines, new: new)
      builder.build(oldBlocks: oldBlocks, newBlocks: newBlocks)
      if let id = builder.tableWithOtherSchema, rebuiltTableIDs.insert(id).inserted { continue }
      if let line = builder.misreadHeaderLine, plainHeaderLines.insert(line).inserted { continue }
      work.measuredRowCount += builder.measuredRowCount
      new = builder.new
      new.changedLines = splice.inserted
      new.lastWork = work
      return new
    }
  }

  private func lines(of blocks: Range<Int>, in text: LineText, _ isEmpty: Bool) -> Range<Int> {
    if isEmpty { return 0..<0 }
    let first = text.firstLine(ofBlock: blocks.lowerBound)
    var end = first
    for block in blocks { end += text.lineCount(ofBlock: block) }
    return first..<end
  }

  // MARK: Region

  /// Reads the blocks of the region, and goes on until the rest reads as before.
  private mutating func scanRegion() -> RegionScan {
    var scan = RegionScan()
    var state = startState(ofBlock: newBlocks.lowerBound)
    var block = newBlocks.lowerBound
    while block < text.blockCount {
      if block >= newBlocks.upperBound, block - blockShift < old.facts.count,
        old.facts[block - blockShift].startState == state
      {
        break
      }
      scan.startStates.append(state)
      text.forEachLine(ofBlock: block) { _, bytes, ending in
        let role = BlockScanner.read(bytes, ending: ending, in: &state)
        if role == .other {
          let mark = IgnoreDirective.mark(bytes)
          if mark != .other { scan.marks[scan.roles.count] = mark }
        }
        scan.roles.append(role)
      }
      block += 1
    }
    work.scannedLineCount += scan.roles.count
    scan.endState = state
    newBlocks = newBlocks.lowerBound..<max(block, newBlocks.upperBound)
    oldBlocks = oldBlocks.lowerBound..<max(oldBlocks.upperBound, newBlocks.upperBound - blockShift)
    return scan
  }

  private func startState(ofBlock block: Int) -> BlockState {
    block < old.facts.count ? old.facts[block].startState : BlockState()
  }

  /// Widens the region to hold lines of the new text; false where it does.
  private mutating func grow(toCover lines: Range<Int>?) -> Bool {
    guard let lines else { return false }
    let first = min(newBlocks.lowerBound, text.block(ofLine: lines.lowerBound).block)
    let end = max(newBlocks.upperBound, text.block(ofLine: lines.upperBound - 1).block + 1)
    if first == newBlocks.lowerBound, end == newBlocks.upperBound { return false }
    oldBlocks = first..<max(oldBlocks.upperBound, end - blockShift)
    newBlocks = first..<end
    return true
  }

  // MARK: Tables

  /// The tables that have a line in the region, header and tail outside included.
  private func spans(_ scan: RegionScan, _ region: Region) -> [TableSpan] {
    var spans: [TableSpan] = []
    var isOpen = false
    if let carried = old.tables.first(where: { region.isCarriedIn($0) }) {
      spans.append(TableSpan(carried, shift: 0))
      spans[0].endLine = region.new.lowerBound
      isOpen = true
    }
    for (offset, role) in scan.roles.enumerated() {
      let line = region.new.lowerBound + offset
      switch role {
      case .other, .mismatchedDelimiterRow: isOpen = false
      case .delimiterRow(let contentOffset, let headerOffset, _):
        spans.append(
          TableSpan(
            headerLine: line - 1, endLine: line + 1, headerOffset: headerOffset,
            delimiterOffset: contentOffset))
        isOpen = true
      case .bodyRow:
        if isOpen, !spans.isEmpty { spans[spans.count - 1].endLine = line + 1 }
      }
    }
    if isFirstReading { return spans }
    if isOpen, let tail = old.tables.first(where: { region.isCarriedOut($0) }), !spans.isEmpty {
      spans[spans.count - 1].endLine = tail.endLine + region.lineShift
    } else if let next = old.tables.first(where: { $0.headerLine == region.old.upperBound - 1 }),
      scan.endState.isParagraph
    {
      spans.append(TableSpan(next, shift: region.lineShift))
    }
    return spans
  }
}

extension TableSpan {
  /// A table of the old text, moved by a number of lines.
  init(_ table: CatalogTable, shift: Int) {
    headerLine = table.headerLine + shift
    endLine = table.endLine + shift
    headerOffset = table.headerOffset
    delimiterOffset = table.delimiterOffset
  }
}
