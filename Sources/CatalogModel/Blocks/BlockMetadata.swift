import CatalogSchema
import LineStore
import Synchronization
import TableSyntax

/// The metadata of one block of lines: never changed, replaced by an edit that touches the block.
final class BlockMetadata: Sendable {
  /// Stays with the block through edits; the index of names refers to it.
  let id: Int
  /// The state of the block scanner before the first line.
  let startState: BlockState
  let lines: ContiguousArray<LineMetadata>
  /// What the rules say of the rows, in order.
  let reports: ContiguousArray<RowReport>
  /// The links in the rows' texts, in order.
  let links: ContiguousArray<LinkKeys>
  /// What identifies the rows beside their names, in order.
  let uniqueKeys: ContiguousArray<UniqueKey>
  let counts: Counts
  /// The lines where a run of rows in order ends: rows before the row above them, and such that are
  /// known by no name.
  let orderBreaks: ContiguousArray<Int>

  /// What was derived for the rows.
  let cache: BlockCache

  private static let lastVersion = Atomic<Int>(0)
  /// A number that no two blocks share.
  let version = BlockMetadata.lastVersion.wrappingAdd(1, ordering: .relaxed).newValue

  /// How much of each kind there is, so that a walk over all blocks skips most.
  struct Counts: Sendable, Equatable {
    var problems = 0
    var inversions = 0
    var directives = 0
    var ignoreMarks = 0
    /// Marks of other formatters.
    var formatMarks = 0
    var mismatches = 0
    /// Body rows that were hardly meant as rows.
    var textRows = 0
    /// Markers of merge conflicts.
    var conflictMarkers = 0
    /// Lines outside tables that may be meant as rows; one above a delimiter row is a header row.
    var rowLikes = 0
    /// Body rows that are written as delimiter rows.
    var dashes = 0
    /// Body rows that may be pieces of one record.
    var torn = 0
    /// Lines that may define the label of a link.
    var definitions = 0
    /// Rows whose name is a link where its label is defined.
    var references = 0
    /// Rows with a link that may lead to a label, or with a text that may be one.
    var labelLinks = 0
    /// The rules that report some row.
    var rules: RuleSet = []
  }

  /// What blocks add up to, so that nobody has to walk over all of them.
  struct Totals: Sendable, Equatable {
    var problems = 0
    var mismatches = 0
    var dashes = 0
    var ignoreMarks = 0
    var conflictMarkers = 0
    var textRows = 0
    var formatMarks = 0

    /// Adds (`count` 1) or takes away (-1) a block.
    mutating func add(_ count: Int, _ metadata: BlockMetadata) {
      problems += count * metadata.counts.problems
      mismatches += count * metadata.counts.mismatches
      dashes += count * metadata.counts.dashes
      ignoreMarks += count * metadata.counts.ignoreMarks
      conflictMarkers += count * metadata.counts.conflictMarkers
      textRows += count * metadata.counts.textRows
      formatMarks += count * metadata.counts.formatMarks
    }
  }

  init(
    id: Int, startState: BlockState, lines: ContiguousArray<LineMetadata>,
    reports: ContiguousArray<RowReport>, links: ContiguousArray<LinkKeys>,
    uniqueKeys: ContiguousArray<UniqueKey>, cache: BlockCache
  ) {
    self.id = id
    self.startState = startState
    self.lines = lines
    self.reports = reports
    self.links = links
    self.uniqueKeys = uniqueKeys
    self.cache = cache
    counts = Counts(lines, reports)
    orderBreaks = ContiguousArray(
      lines.indices.filter {
        lines[$0].role == .bodyRow
          && (lines[$0].isInverted || lines[$0].nameCell == LineMetadata.noCell)
      })
  }

  /// The same lines, one of them with other flags.
  func with(flags: LineMetadata.Flags, ofLine line: Int) -> BlockMetadata {
    var lines = lines
    lines[line].flags = flags
    return BlockMetadata(
      id: id, startState: startState, lines: lines, reports: reports, links: links,
      uniqueKeys: uniqueKeys, cache: BlockCache(rows: cache.rows))
  }
}

extension BlockMetadata.Counts {
  init(_ lines: ContiguousArray<LineMetadata>, _ reports: ContiguousArray<RowReport>) {
    for report in reports {
      problems += Int(report.problemCount)
      rules.formUnion(report.rules)
    }
    for (index, line) in lines.enumerated() {
      if line.isConflictMarker { conflictMarkers += 1 }
      if line.isRowLike {
        let next = index + 1 < lines.count ? lines[index + 1].role : .other
        if next != .delimiterRow { rowLikes += 1 }
      }
      switch line.role {
      case .bodyRow:
        if line.flags.isEmpty { continue }
        if line.isInverted { inversions += 1 }
        if line.hasDirective { directives += 1 }
        if line.isReference { references += 1 }
        if line.isText { textRows += 1 }
        if line.isDashes { dashes += 1 }
        if line.isTorn { torn += 1 }
        if line.flags.contains(.labelLink) { labelLinks += 1 }
      case .ignoreStart, .ignoreEnd: ignoreMarks += 1
      case .formatMark: formatMarks += 1
      case .mismatchedDelimiterRow: mismatches += 1
      case .paragraph: if line.nameKey != 0 { definitions += 1 }
      case .other, .verbatim, .delimiterRow: break
      }
    }
  }
}
