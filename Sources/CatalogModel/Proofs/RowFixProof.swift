import CatalogSchema
import LineStore
import TableSyntax

/// Proves that fixes of a row are safe, by reading the fixed line again.
///
/// A safe fix keeps all cells but those it names, all links and code spans, and all terms. It makes
/// no problem that no other safe fix removes, moves no value out of a column that knows it, and the
/// line stays a row. All rules' fixes of rows are proven here; rules only say which fixes might be
/// safe.
struct RowFixProof {
  /// Bytes of fixed lines that are read for one row, about; beyond, fixes are proven together.
  private static let byteCountMax = 1 << 16
  /// Problems that a fix may uncover in one row, at most, and how often those may uncover others.
  private static let uncoveredCountMax = 64
  private static let depthMax = 3

  let plan: TablePlan
  let rules: RuleRegistry
  /// Whether most rows of the table have surplus cells, so that a repetition may be no mistake.
  let isMostlyLong: Bool
  /// Whether the block scanner reads a text in the line's place as a row, as it reads the line, and
  /// all later lines as before.
  let isStillRow: (_ line: Span<UInt8>, _ fixed: Span<UInt8>) -> Bool
  /// Whether the records that are wrapped over the rows around stay what they are with a fixed row.
  let keepsRecords: (_ fixed: Span<UInt8>, _ row: Row) -> Bool

  /// Marks the fixes of a row's problems that are not proven as unsafe.
  ///
  /// Those that `check --fix` applies in one round are proven one after another, too.
  func prove(_ problems: inout [RowProblem], _ line: Span<UInt8>, _ view: RowView) {
    let indices = problems.indices.filter { problems[$0].explanation.fix?.isSafe == true }
    if indices.isEmpty { return }
    if indices.count * line.count > Self.byteCountMax, indices.count > 1 {
      return proveTogether(&problems, indices, line, RowTally(line, view, rules.rowRules))
    }
    var former = FormerFixes()
    var before: RowTally?
    for index in indices {
      guard let fix = problems[index].explanation.fix else { continue }
      let rule = problems[index].rule
      let isSafe: Bool
      if let cell = CellFixProof(plan: plan, rules: rules).judge(fix, of: rule, line, view) {
        isSafe =
          cell.isSafe && (former.mayBeIn(cell.cell) || isSafeAfter(former, fix, rule, line, view))
      } else {
        let known = before ?? RowTally(line, view, rules.rowRules)
        before = known
        former.areOfOneCellEach = false
        isSafe =
          self.isSafe(fix, of: rule, line, known) && isSafeAfter(former, fix, rule, line, view)
      }
      if isSafe { former.take(fix) }
      problems[index].explanation.fix?.isSafe = isSafe
    }
  }

  /// Whether a fix is safe in the row with the former fixes, too; one that touches them is applied
  /// in a later round.
  private func isSafeAfter(
    _ former: FormerFixes, _ fix: RowFix, _ rule: RuleCode, _ line: Span<UInt8>, _ view: RowView
  ) -> Bool {
    guard !former.edits.isEmpty, let moved = former.moved(fix) else { return true }
    let text = line.applying(former.edits)
    let tally = tally(text.span, view)
    // An earlier fix may have turned the problem into another.
    let isLeft = rules.number(of: rule).map { tally.counts[$0] > 0 } ?? false
    return isSafe(moved, of: isLeft ? rule : nil, text.span, tally)
  }

  /// Proves the fixes of a long row: those of values all at once, and the first of the others.
  private func proveTogether(
    _ problems: inout [RowProblem], _ indices: [Int], _ line: Span<UInt8>, _ before: RowTally
  ) {
    var together = RowFix(title: "", edits: [])
    for index in indices {
      guard let fix = problems[index].explanation.fix, let first = fix.edits.first else { continue }
      let isNext = together.edits.last.map { $0.range.upperBound < first.range.lowerBound } ?? true
      problems[index].explanation.fix?.isSafe = isNext && fix.effect == .values
      if isNext, fix.effect == .values { together.edits += fix.edits }
    }
    if isSafe(together, of: nil, line, before) { return }
    for index in indices { problems[index].explanation.fix?.isSafe = false }
  }

  /// Problems of comments in a row, with unproven fixes marked as unsafe.
  func proven(_ problems: [Problem], _ line: Span<UInt8>, _ row: Row) -> [Problem] {
    var view = RowView(line, row, plan)
    view.readItems(line)
    let before = RowTally(line, view, rules.rowRules)
    return problems.map { problem in
      var problem = problem
      guard let fix = problem.fix, fix.isSafe else { return problem }
      let edits = fix.edits.map {
        RowEdit(range: $0.start.byteColumn..<$0.end.byteColumn, replacement: $0.replacement)
      }
      problem.fix?.isSafe = isSafe(
        RowFix(title: "", edits: edits), of: nil, line, before, isOfComment: true)
      return problem
    }
  }

  private func tally(_ line: Span<UInt8>, _ before: RowView) -> RowTally {
    let row = Row(line, from: before.row.contentOffset)
    var view = RowView(line, row, plan)
    view.readItems(line)
    return RowTally(line, view, rules.rowRules)
  }

  /// Whether a fix of a row is safe.
  ///
  /// - Parameter rule: the rule that must report less afterwards, nil for none
  private func isSafe(
    _ fix: RowFix, of rule: RuleCode?, _ line: Span<UInt8>, _ before: RowTally,
    isOfComment: Bool = false, depth: Int = 0
  ) -> Bool {
    let text = line.applying(fix.edits)
    let fixed = text.span
    let row = Row(fixed, from: before.view.row.contentOffset)
    guard beginsAlike(line, fixed, fix, before.view.row) || isStillRow(line, fixed),
      let cells = FixedCells(fix, line, before.view.row, fixed, row),
      !(isMostlyLong && cells.removesValue),
      DelimiterLikeness.areAlike(line, before.view.row, fixed, row),
      row.cellCount == before.view.row.cellCount || keepsRecords(fixed, row),
      isOfComment || keepsComments(line, before.view.row, fixed, row)
    else { return false }
    var view = RowView(fixed, row, plan)
    view.readItems(fixed)
    let change = RowChange(
      fix: fix, cells: cells, before: before.view, after: view, plan: plan)
    return change.keepsValues(line, fixed) && change.keepsKeys(line, fixed)
      && keepsProblems(change, rule, line, before, fixed, depth)
  }

  /// Whether a line begins with the same pipe as before, so that it certainly stays a row.
  private func beginsAlike(
    _ line: Span<UInt8>, _ fixed: Span<UInt8>, _ fix: RowFix, _ row: Row
  ) -> Bool {
    row.hasOpeningPipe(line)
      && fix.edits.allSatisfy { $0.range.lowerBound > row.contentOffset }
  }

  private func keepsComments(
    _ line: Span<UInt8>, _ row: Row, _ fixed: Span<UInt8>, _ fixedRow: Row
  ) -> Bool {
    if row.comments.isEmpty, fixedRow.comments.isEmpty { return true }
    let before = row.comments.map { line.string($0) }.sorted()
    return before == fixedRow.comments.map { fixed.string($0) }.sorted()
  }

  /// Whether the fixed row has no problem that it did not have, and lacks the one that is fixed.
  private func keepsProblems(
    _ change: RowChange, _ rule: RuleCode?, _ line: Span<UInt8>, _ before: RowTally,
    _ fixed: Span<UInt8>, _ depth: Int
  ) -> Bool {
    let after = change.tally(fixed, rules)
    guard keepsSilence(before, after, line) else { return false }
    if let number = rule.flatMap(rules.number(of:)), after[number] >= before.counts[number] {
      return false
    }
    let risen = RuleSet(
      after.indices.filter { after[$0] > before.counts[$0] }.map { RuleSet(number: $0) })
    if risen.isEmpty { return true }
    return depth < Self.depthMax && areFixable(risen, change, fixed, depth)
  }

  /// Whether comments that silence something in a row still do.
  private func keepsSilence(
    _ before: RowTally, _ after: ContiguousArray<Int>, _ line: Span<UInt8>
  ) -> Bool {
    if before.view.row.comments.isEmpty { return true }
    let directive = IgnoreDirective(line, before.view.row)
    return rules.rules.indices.allSatisfy { number in
      before.counts[number] == 0 || after[number] > 0
        || !directive.silences(rules.rules[number].code)
    }
  }

  /// Whether all problems of some rules in the changed cells of a fixed row have safe fixes: a list
  /// that is split shows the spelling of its items.
  private func areFixable(
    _ risen: RuleSet, _ change: RowChange, _ fixed: Span<UInt8>, _ depth: Int
  ) -> Bool {
    guard change.fix.effect == .values else { return false }
    var sink = ProblemSink.explaining(countMax: Self.uncoveredCountMax)
    rules.rowRules.checkRow(change.after, fixed, &sink, only: risen)
    for cell in change.cells.changed {
      rules.rowRules.check(
        change.after.cells[cell], change.after.context, fixed, &sink, only: risen)
    }
    if sink.isCut || sink.problems.count > Self.uncoveredCountMax
      || sink.problems.count * fixed.count > Self.byteCountMax
    {
      return false
    }
    let before = RowTally(fixed, change.after, rules.rowRules)
    return sink.problems.allSatisfy { problem in
      guard let fix = problem.explanation.fix, fix.isSafe else { return false }
      return isSafe(fix, of: problem.rule, fixed, before, depth: depth + 1)
    }
  }
}

/// A row with the number of its problems of each rule.
struct RowTally {
  let view: RowView
  let counts: ContiguousArray<Int>

  init(_ line: Span<UInt8>, _ view: RowView, _ rules: RowRules) {
    self.view = view
    var sink = ProblemSink.tallying()
    rules.check(view, line, &sink)
    counts = sink.tally
  }
}

/// The fixes of a row that are proven so far.
private struct FormerFixes {
  private(set) var edits: [RowEdit] = []
  /// Whether each concerns nothing but its cell, no two the same.
  var areOfOneCellEach = true
  private var cells: Set<Int> = []

  /// Whether a fix of a cell alone does not depend on those before.
  mutating func mayBeIn(_ cell: Int) -> Bool {
    areOfOneCellEach = areOfOneCellEach && cells.insert(cell).inserted
    return areOfOneCellEach
  }

  /// Adds a fix that touches none before.
  mutating func take(_ fix: RowFix) {
    guard moved(fix) != nil else { return }
    edits = (edits + fix.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The same fix of the line with these; nil if it touches one before.
  func moved(_ fix: RowFix) -> RowFix? {
    var moved = fix
    for (index, edit) in fix.edits.enumerated() {
      var offset = 0
      for former in edits {
        if former.range.upperBound < edit.range.lowerBound {
          offset += former.replacement.count - former.range.count
        } else if former.range.lowerBound <= edit.range.upperBound {
          return nil
        }
      }
      let range = edit.range
      moved.edits[index].range = range.lowerBound + offset..<range.upperBound + offset
    }
    return moved
  }
}

extension Span where Element == UInt8 {
  /// The bytes with edits, which are in order.
  func applying(_ edits: [RowEdit]) -> ContiguousArray<UInt8> {
    var text = ContiguousArray<UInt8>()
    text.reserveCapacity(edits.reduce(count) { $0 + $1.replacement.count })
    var start = 0
    for edit in edits {
      let range = edit.range.clamped(to: start..<Swift.max(start, count))
      append(start..<range.lowerBound, to: &text)
      text += edit.replacement
      start = range.upperBound
    }
    append(start..<count, to: &text)
    return text
  }

  private func append(_ range: Range<Int>, to text: inout ContiguousArray<UInt8>) {
    let part = extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe text.append(contentsOf: $0) }
  }
}
