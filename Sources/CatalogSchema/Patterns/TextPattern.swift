/// A regular expression that matches in linear time, whatever the pattern and the text.
///
/// A subset of the language of XML Schema, which Table Schema's `pattern` uses: characters, `.`,
/// sets, `\d` `\w` `\s` and their opposites, `\p{…}` of letters and numbers, groups, `|`, and
/// `?` `*` `+` `{n}` `{n,}` `{n,m}`. A pattern is for the whole value, with or without `^` and `$`.
package struct TextPattern: Sendable {
  /// The pattern as it was written.
  package let source: String
  private let steps: [Step]
  private let start: Int

  /// A step of matching.
  fileprivate enum Step: Sendable {
    case take(ScalarSet, next: Int)
    case fork(Int, Int)
    case end
  }

  /// A pattern from its text.
  package init(_ source: String) throws(PatternFailure) {
    self.source = source
    var parser = PatternParser(source)
    let node = try parser.parse()
    var compiler = PatternCompiler()
    start = try compiler.compile(node)
    steps = compiler.steps
  }

  /// The number of steps, which its memory and its time are proportional to.
  var stepCount: Int { steps.count }

  /// Whether a text matches as a whole.
  ///
  /// - Complexity: O(text × pattern): all ways through the pattern are followed at once
  package func matches(_ text: String) -> Bool {
    var threads = PatternThreads(steps)
    threads.add(start)
    for scalar in text.unicodeScalars where !threads.advance(scalar) { return false }
    return threads.hasEnded
  }
}

/// The steps that the ways through a pattern have reached.
private struct PatternThreads {
  private let steps: [TextPattern.Step]
  private var found: [Int] = []
  private var former: [Int] = []
  private var waiting: [Int] = []
  private var lastRound: [Int]
  private var round = 1

  init(_ steps: [TextPattern.Step]) {
    self.steps = steps
    lastRound = Array(repeating: 0, count: steps.count)
  }

  /// Adds a step, and those that it forks into.
  mutating func add(_ step: Int) {
    waiting.append(step)
    while let step = waiting.popLast() {
      if lastRound[step] == round { continue }
      lastRound[step] = round
      if case .fork(let one, let other) = steps[step] {
        waiting.append(other)
        waiting.append(one)
      } else {
        found.append(step)
      }
    }
  }

  /// Follows all ways by a character; false where none continues.
  mutating func advance(_ scalar: Unicode.Scalar) -> Bool {
    swap(&former, &found)
    found.removeAll(keepingCapacity: true)
    round += 1
    for step in former {
      if case .take(let set, let next) = steps[step], set.contains(scalar) { add(next) }
    }
    return !found.isEmpty
  }

  /// Whether some way is at the pattern's end.
  var hasEnded: Bool { found.contains { if case .end = steps[$0] { true } else { false } } }
}

/// Makes the steps of a pattern's parts, from the last to the first.
private struct PatternCompiler {
  private(set) var steps: [TextPattern.Step] = [.end]

  mutating func compile(_ node: PatternNode) throws(PatternFailure) -> Int {
    try compile(node, next: 0)
  }

  private mutating func add(_ step: TextPattern.Step) throws(PatternFailure) -> Int {
    guard steps.count < SchemaLimits.patternStepCountMax else {
      throw PatternFailure(
        message:
          "it must have at most \(SchemaLimits.patternStepCountMax) steps, repetitions written out")
    }
    steps.append(step)
    return steps.count - 1
  }

  private mutating func compile(
    _ node: PatternNode, next: Int
  ) throws(PatternFailure) -> Int {
    switch node {
    case .set(let set): return try add(.take(set, next: next))
    case .sequence(let parts):
      var start = next
      for part in parts.reversed() { start = try compile(part, next: start) }
      return start
    case .choice(let parts):
      var start: Int?
      for part in parts.reversed() {
        let own = try compile(part, next: next)
        start = if let start { try add(.fork(own, start)) } else { own }
      }
      return start ?? next
    case .repetition(let part, let counts): return try compile(part, counts, next: next)
    }
  }

  private mutating func compile(
    _ part: PatternNode, _ counts: PatternNode.Counts, next: Int
  ) throws(PatternFailure) -> Int {
    var start = next
    if let max = counts.max {
      for _ in 0..<max - counts.min {
        let own = try compile(part, next: start)
        // A part without steps matches nothing, however often.
        if own == start { break }
        start = try add(.fork(own, next))
      }
    } else {
      let loop = try add(.fork(next, next))
      steps[loop] = .fork(try compile(part, next: loop), next)
      start = loop
    }
    for _ in 0..<counts.min {
      let own = try compile(part, next: start)
      if own == start { break }
      start = own
    }
    return start
  }
}
