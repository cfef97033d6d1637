package import CatalogSchema
package import LineStore

/// Something a rule found, with its place in the text.
package struct Problem: Sendable, Equatable {
  /// The rule that speaks.
  package var rule: RuleCode
  /// How grave it is under the configuration in force.
  package var severity: Severity
  /// The place, half open; may be empty.
  package var range: Range<TextPosition>
  /// What is wrong, for people, in one sentence.
  package var message: String
  /// Other places that belong to it.
  package var related: [RelatedPlace] = []
  /// How to mend it, where that is known.
  package var fix: Fix?
  /// Whether it is guessed from what other rows have, and so no more than a hint.
  package var isGuess = false
}

extension Problem {
  /// The problem of a row that stands some lines further down.
  func moved(by lines: Int) -> Problem {
    var problem = self
    problem.range = range.moved(by: lines)
    for index in related.indices {
      problem.related[index].range = related[index].range.moved(by: lines)
    }
    problem.fix?.move(by: lines)
    return problem
  }
}

/// Another place that a problem is about.
package struct RelatedPlace: Sendable, Equatable {
  /// The place, half open.
  package var range: Range<TextPosition>
  /// What is there.
  package var message: String
}

/// Edits that mend a problem.
package struct Fix: Sendable, Equatable {
  /// What it does, for a menu.
  package var title: String
  /// Whether it may be done without asking.
  package var isSafe: Bool
  /// The edits, in order, none over another.
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

/// A problem of one row, wherever the row stands; places are bytes of its line.
struct RowProblem: Sendable {
  var rule: RuleCode
  var range: Range<Int>
  var explanation: Explanation

  /// The problem of a row at a line.
  func problem(atLine line: Int) -> Problem {
    Problem(
      rule: rule, severity: rule.defaultSeverity, range: TextPosition.range(line, range),
      message: explanation.message,
      related: explanation.related.map {
        RelatedPlace(range: TextPosition.range(line, $0.range), message: $0.message)
      },
      fix: explanation.fix.map { fix in
        Fix(
          title: fix.title, isSafe: fix.isSafe,
          edits: fix.edits.map {
            TextEdit(line: line, byteColumns: $0.range, replacement: $0.replacement)
          })
      })
  }
}

/// What a rule says about one row; places are bytes of the row's line.
struct Explanation: Sendable {
  var message: String
  var related: [(range: Range<Int>, message: String)] = []
  var fix: RowFix?
}

/// Edits of one line that mend a problem of its row.
struct RowFix: Sendable {
  var title: String
  var isSafe = true
  var edits: [RowEdit]
}

/// A replacement in one line.
struct RowEdit: Sendable {
  var range: Range<Int>
  var replacement: [UInt8]
}

/// Takes what the rules report; an explanation is made only where somebody reads it.
protocol ProblemSink {
  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation)
}
