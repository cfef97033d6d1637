package import CatalogSchema
package import LineStore

/// Something a rule found, with its place in the text.
package struct Problem: Sendable {
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
}

/// Another place that a problem is about.
package struct RelatedPlace: Sendable {
  /// The place, half open.
  package var range: Range<TextPosition>
  /// What is there.
  package var message: String
}

/// Edits that mend a problem.
package struct Fix: Sendable {
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

/// What a rule says about one row; places are bytes of the row's line.
struct Explanation {
  var message: String
  var related: [(range: Range<Int>, message: String)] = []
  var fix: RowFix?
}

/// Edits of one line that mend a problem of its row.
struct RowFix {
  var title: String
  var isSafe = true
  var edits: [RowEdit]
}

/// A replacement in one line.
struct RowEdit {
  var range: Range<Int>
  var replacement: [UInt8]
}

/// Takes what the rules report; an explanation is made only where somebody reads it.
protocol ProblemSink {
  mutating func report(_ rule: RuleCode, _ range: Range<Int>, _ explain: () -> Explanation)
}
