package import Synchronization

/// The problems of one row that were found together, and stay as long as what they were found in.
package final class ProblemGroup: Sendable {
  /// The problems. Where `movesWithRow`, their lines count from the row's line.
  package let problems: [Problem]
  /// Whether nothing but the row itself is spoken of, wherever it stands.
  package let movesWithRow: Bool
  /// How somebody writes the group, so that it is written once; nothing here reads it.
  package let rendering = Mutex<GroupRendering?>(nil)

  init(_ problems: [Problem], movesWithRow: Bool) {
    self.problems = problems
    self.movesWithRow = movesWithRow
  }

  /// The problems as they stand in the text.
  package func problems(atLine line: Int) -> [Problem] {
    movesWithRow ? problems.map { $0.moved(by: line) } : problems
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

/// The problems of a block's rows, at the place where the block stood when they were made.
struct BlockProblems: Sendable {
  /// A row that has problems: in itself, and with other rows.
  struct Row: Sendable {
    var line: Int
    var groups: [ProblemGroup]
    var problemCount: Int
    /// The gravest.
    var hasError: Bool

    /// The problems as they stand in the text.
    var problems: [Problem] { groups.flatMap { $0.problems(atLine: line) } }
  }

  /// The relations among rows under which they were found.
  var relationID: Int
  /// Whether some are problems with other rows.
  var isRelated: Bool
  var firstLine: Int
  var rows: [Row]

  /// The rows, which speak of themselves alone, where the block begins at another line.
  func rows(from line: Int) -> [Row] {
    if line == firstLine { return rows }
    return rows.map { row in
      var row = row
      row.line += line - firstLine
      return row
    }
  }
}
