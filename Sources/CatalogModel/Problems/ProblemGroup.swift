import CatalogSchema
package import Synchronization

/// The problems of one row that were found together, and stay as long as what they were found in.
package final class ProblemGroup: Sendable {
  /// The problems, in order. Where `movesWithRow`, their lines count from the row's line.
  package let problems: [Problem]
  /// Whether the problems concern the row alone, wherever it is.
  package let movesWithRow: Bool
  /// How somebody writes the group, so that it is written once; nothing here reads it.
  package let rendering = Mutex<GroupRendering?>(nil)

  /// Number of errors among the problems.
  let errorCount: Int
  /// The group split by severity, once somebody asked.
  private let parts = Mutex<(errors: ProblemGroup, others: ProblemGroup)?>(nil)

  init(_ problems: [Problem], movesWithRow: Bool) {
    self.problems = problems.sorted(by: Problem.comesFirst)
    self.movesWithRow = movesWithRow
    errorCount = problems.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) }
  }

  /// The errors among the problems and the others, each nil where it would be empty.
  func bySeverity() -> (errors: ProblemGroup?, others: ProblemGroup?) {
    if errorCount == 0 { return (nil, self) }
    if errorCount == problems.count { return (self, nil) }
    return parts.withLock { parts in
      let known =
        parts
        ?? (
          ProblemGroup(problems.filter { $0.severity == .error }, movesWithRow: movesWithRow),
          ProblemGroup(problems.filter { $0.severity != .error }, movesWithRow: movesWithRow)
        )
      parts = known
      return known
    }
  }

  /// The first problems.
  func prefix(_ count: Int) -> ProblemGroup {
    ProblemGroup(Array(problems.prefix(count)), movesWithRow: movesWithRow)
  }

  /// The problems at their places in the text.
  package func problems(atLine line: Int) -> [Problem] {
    var placed: [Problem] = []
    append(to: &placed, atLine: line)
    return placed
  }

  /// Adds the problems at their places in the text.
  func append(to placed: inout [Problem], atLine line: Int) {
    for problem in problems { placed.append(movesWithRow ? problem.moved(by: line) : problem) }
  }
}

/// A group as it is written, but for the row's line.
package struct GroupRendering: Sendable {
  /// What is written.
  package var bytes: [UInt8]
  /// Where in it the row's line number is to be put in, in order.
  package var lineOffsets: [Int]

  /// A rendering from its parts.
  package init(bytes: [UInt8], lineOffsets: [Int]) {
    self.bytes = bytes
    self.lineOffsets = lineOffsets
  }
}

/// What is around a block, as far as its problems depend on that: the versions of the blocks there.
struct BlockSurroundings: Sendable, Equatable {
  var versions: [Int] = []
  var isEmpty: Bool { versions.isEmpty }
}

/// The problems of a block's rows, at the block's place when they were found.
struct BlockProblems: Sendable {
  /// A row that has problems: in itself, and with other rows.
  struct Row: Sendable {
    var line: Int
    var groups: [ProblemGroup]
    /// The gravest.
    var hasError: Bool

    /// The problems at their places in the text.
    var problems: [Problem] { groups.flatMap { $0.problems(atLine: line) } }
  }

  /// The generations of the catalog's relations and guesses in which they were found.
  var relations: Int
  var guesses: Int
  /// Whether some are problems with other rows.
  var isRelated: Bool
  var firstLine: Int
  /// What is around the block, as far as its problems depend on that.
  var surroundings: BlockSurroundings
  var rows: [Row]

  /// The rows, whose problems concern them alone, if the block begins at another line.
  func rows(from line: Int) -> [Row] {
    if line == firstLine { return rows }
    return rows.map { row in
      var row = row
      row.line += line - firstLine
      return row
    }
  }
}
