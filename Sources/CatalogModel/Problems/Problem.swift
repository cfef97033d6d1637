package import CatalogSchema
package import LineStore

/// A problem that a rule reports, with its place in the text.
package struct Problem: Sendable, Equatable {
  /// The rule that reports it.
  package var rule: RuleCode
  /// The severity under the configuration in force.
  package var severity: Severity
  /// The place, half open.
  package var range: Range<TextPosition>
  /// Where something is to be inserted, in bytes of the line; nil where the range is the place.
  package var insertionByteColumn: Int?
  /// What is wrong and what to do, in one sentence.
  package var message: String
  /// Other places that belong to it.
  package var related: [RelatedPlace] = []
  /// The fix, if one is known.
  package var fix: Fix?
  /// Other fixes, which an editor offers next to it; none is safe.
  package var otherFixes: [Fix] = []
  /// Whether it is a guess from what other rows have that is always a hint.
  package var isGuess = false
}

extension Problem {
  /// All fixes, the first one first.
  package var fixes: [Fix] { (fix.map { [$0] } ?? []) + otherFixes }

  /// Removes all fixes.
  package mutating func removeFixes() {
    fix = nil
    otherFixes = []
  }

  /// The same problem of a row some lines further down.
  func moved(by lines: Int) -> Problem {
    var problem = self
    problem.range = range.moved(by: lines)
    for index in related.indices {
      problem.related[index].range = related[index].range.moved(by: lines)
    }
    problem.fix?.move(by: lines)
    for index in otherFixes.indices { problem.otherFixes[index].move(by: lines) }
    return problem
  }
}

/// Another place that a problem refers to.
package struct RelatedPlace: Sendable, Equatable {
  /// The place, half open.
  package var range: Range<TextPosition>
  /// What is there.
  package var message: String
}

/// Edits that fix a problem.
package struct Fix: Sendable, Equatable {
  /// What it does, as the title of a menu item.
  package var title: String
  /// Whether it may be applied without asking.
  package var isSafe: Bool
  /// The edits, in order; they do not overlap.
  package var edits: [TextEdit]

  /// A fix from its parts.
  package init(title: String, isSafe: Bool, edits: [TextEdit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}

extension Fix {
  fileprivate mutating func move(by lines: Int) {
    for index in edits.indices {
      edits[index].start.line += lines
      edits[index].end.line += lines
    }
  }
}

extension Range where Bound == TextPosition {
  fileprivate func moved(by lines: Int) -> Self {
    TextPosition(
      line: lowerBound.line + lines, byteColumn: lowerBound.byteColumn)..<TextPosition(
        line: upperBound.line + lines, byteColumn: upperBound.byteColumn)
  }
}

extension Problem {
  /// The order of reports: line, column, code.
  static func comesFirst(_ left: Problem, _ right: Problem) -> Bool {
    left.range.lowerBound != right.range.lowerBound
      ? left.range.lowerBound < right.range.lowerBound : left.rule < right.rule
  }
}
