import CatalogSchema
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
}

/// A problem of one row, found when the row was measured; its explanation is made when asked for.
struct StoredProblem: Sendable, Equatable {
  var rule: RuleCode
  /// Line in its block.
  var line: Int32
}

/// An inline link outside the key column.
struct StoredLink: Sendable, Equatable {
  /// Line in its block.
  var line: Int32
  /// Fingerprint of the link's whole text.
  var textKey: UInt64
  /// Fingerprint of its destination.
  var linkKey: UInt64
}

/// The facts of one block of lines: never changed, replaced by an edit that touches the block.
final class BlockFacts: Sendable {
  /// Stays with the block through edits; the index of names refers to it.
  let id: Int
  /// The state of the block scanner before the first line.
  let startState: BlockState
  let lines: ContiguousArray<LineFacts>
  let problems: ContiguousArray<StoredProblem>
  let links: ContiguousArray<StoredLink>
  let counts: Counts

  /// How much of each kind there is, so that a walk over all blocks skips most.
  struct Counts: Sendable, Equatable {
    var errors = 0
    var inversions = 0
    var directives = 0
    var ignoreMarks = 0
    var mismatches = 0
  }

  init(
    id: Int, startState: BlockState, lines: ContiguousArray<LineFacts>,
    problems: ContiguousArray<StoredProblem>, links: ContiguousArray<StoredLink>
  ) {
    self.id = id
    self.startState = startState
    self.lines = lines
    self.problems = problems
    self.links = links
    var counts = Counts()
    for problem in problems where problem.rule.defaultSeverity == .error { counts.errors += 1 }
    for line in lines {
      if line.isInverted { counts.inversions += 1 }
      if line.hasDirective { counts.directives += 1 }
      switch line.role {
      case .ignoreStart, .ignoreEnd: counts.ignoreMarks += 1
      case .mismatchedDelimiterRow: counts.mismatches += 1
      case .other, .delimiterRow, .bodyRow: break
      }
    }
    self.counts = counts
  }
}
