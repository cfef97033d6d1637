import CatalogSchema
import Synchronization
import TableSyntax

/// What is known of a line without reading it again. Nothing absolute: a shift changes nothing.
struct LineFacts: Sendable, Equatable {
  enum Role: UInt8, Sendable {
    case other, delimiterRow, mismatchedDelimiterRow, bodyRow, ignoreStart, ignoreEnd
  }

  var role = Role.other
  /// Which layouts a body row follows.
  var forms: RowShape.Forms = []
  /// Whether a body row must stand before the row above it.
  var isInverted = false
  /// Whether a body row holds an ignore comment.
  var hasDirective = false
  /// Byte offset where a row starts.
  var contentOffset: Int32 = 0
  /// Fingerprint of a body row's name, 0 for none.
  var nameKey: UInt64 = 0
  /// Fingerprint of a body row's link, 0 for none.
  var linkKey: UInt64 = 0

  /// Whether other rows see no difference between two states of a line.
  func relatesLike(_ other: LineFacts) -> Bool {
    role == other.role && isInverted == other.isInverted && nameKey == other.nameKey
      && linkKey == other.linkKey
  }
}

/// An inline link outside the key column.
struct StoredLink: Sendable, Equatable {
  /// Fingerprint of the link's whole text.
  var textKey: UInt64
  /// Fingerprint of its destination.
  var linkKey: UInt64
}

/// What the rules say of one row, and the links in its text; goes with the row through edits.
final class RowFindings: Sendable {
  let rules: [RuleCode]
  let links: [StoredLink]
  private let explained = Mutex<[RowProblem]?>(nil)

  init(rules: [RuleCode], links: [StoredLink]) {
    self.rules = rules
    self.links = links
  }

  /// Whether a rule speaks that finds errors.
  var hasError: Bool { rules.contains { $0.defaultSeverity == .error } }

  /// The problems with their explanations, made when first asked for.
  func problems(_ explain: () -> [RowProblem]) -> [RowProblem] {
    if let known = explained.withLock({ $0 }) { return known }
    let problems = explain()
    explained.withLock { $0 = problems }
    return problems
  }
}

/// The facts of one block of lines: never changed, replaced by an edit that touches the block.
final class BlockFacts: Sendable {
  /// Stays with the block through edits; the index of names refers to it.
  let id: Int
  /// The state of the block scanner before the first line.
  let startState: BlockState
  let lines: ContiguousArray<LineFacts>
  /// The rows with findings, in order.
  let rows: ContiguousArray<Row>
  /// The lines that may have a problem, in order, but for keys shared with other rows.
  let notableLines: ContiguousArray<Int32>
  let counts: Counts
  /// The problems of the rows, once somebody asked; good while `relationID` stays.
  let problems = Mutex<BlockProblems?>(nil)

  /// The words of the lines, once somebody asked.
  let words = Mutex<WordFilter?>(nil)

  /// A row with findings.
  struct Row: Sendable {
    /// Line in its block.
    var line: Int32
    var findings: RowFindings
  }

  /// How much of each kind there is, so that a walk over all blocks skips most.
  struct Counts: Sendable, Equatable {
    var problems = 0
    var errorRows = 0
    var inversions = 0
    var directives = 0
    var ignoreMarks = 0
    var mismatches = 0
  }

  init(
    id: Int, startState: BlockState, lines: ContiguousArray<LineFacts>,
    rows: ContiguousArray<Row>
  ) {
    self.id = id
    self.startState = startState
    self.lines = lines
    self.rows = rows
    var counts = Counts()
    var notable = Set(rows.map(\.line))
    for row in rows {
      counts.problems += row.findings.rules.count
      if row.findings.hasError { counts.errorRows += 1 }
    }
    for (index, line) in lines.enumerated() {
      let number = Int32(clamping: index)
      if line.isInverted {
        counts.inversions += 1
        notable.formUnion([number, max(0, number - 1)])
      }
      if line.hasDirective {
        counts.directives += 1
        notable.insert(number)
      }
      switch line.role {
      case .ignoreStart, .ignoreEnd: counts.ignoreMarks += 1
      case .mismatchedDelimiterRow:
        counts.mismatches += 1
        notable.insert(number)
      case .other, .delimiterRow, .bodyRow: break
      }
    }
    self.counts = counts
    notableLines = ContiguousArray(notable.sorted())
  }

  /// What the rules say of a line.
  func findings(ofLine line: Int) -> RowFindings? {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle].line) < line { low = middle + 1 } else { high = middle }
    }
    return low < rows.count && Int(rows[low].line) == line ? rows[low].findings : nil
  }
}

/// The problems of a block's rows, at the place where the block stood when they were made.
struct BlockProblems: Sendable {
  /// A row that has problems.
  struct Row: Sendable {
    var line: Int
    var mayHaveError: Bool
    var problems: [Problem]
  }

  /// The relations among rows under which they were found.
  var relationID: Int
  /// Whether some are problems with other rows.
  var isRelated: Bool
  var firstLine: Int
  var rows: [Row]
}
