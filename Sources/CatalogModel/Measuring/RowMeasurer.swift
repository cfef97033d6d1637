import CatalogSchema
import TableSyntax

/// Measures rows one after another, with one set of buffers.
///
/// Most rows are read cell by cell (`CellwiseReading`), the others as a whole. Both give the same
/// result for a row that both can read.
struct RowMeasurer {
  private let rules: RowRules
  private var row = Row()
  private var cellwise = CellwiseReading()
  /// What the last row adds.
  var measure = RowMeasure()
  /// What the rows of tables with a plan add to their pool, since it was taken.
  private var learned = LearnedTally.none
  private var learnedPlan: TablePlan?
  /// Rows measured so far, for tests of the work done.
  private(set) var rowCount = 0

  /// A measurer of rows that some rules judge.
  init(_ rules: RowRules) { self.rules = rules }

  /// Measures a body row.
  ///
  /// - Complexity: O(line)
  mutating func measure(
    _ line: Span<UInt8>, from contentOffset: Int, in context: TableContext
  ) {
    rowCount += 1
    row.read(line, from: contentOffset)
    measure.reset(contentOffset: contentOffset)
    let isText = context.isText(line, row)
    measure.shape.measure(line, row, against: context.shape, mustStay: isText)
    if !isText { measure.shape.notePiece(line, row, of: context.shape) }
    measure.metadata.forms = measure.shape.forms
    if isText { measure.metadata.flags.insert(.text) }
    measure.isLong = row.cellCount > context.plan.columns.count
    noteShape(line, columnCount: context.plan.columns.count)
    if context.isForLayout { return }
    if isText { return }
    if context.plan.hasFreeColumns { measure.learned.read(line, row, context.plan) }
    measure.cells.read(line, row, context.plan)
    let isCellwise = cellwise.read(line, row, context.plan, rules, &measure)
    if !isCellwise { readWhole(line, context.plan) }
    if measure.problemCount > 0, context.plan.isTemplate(line, row) {
      measure.removeProblems()
      if isCellwise { cellwise.forget(line, row, context.plan) }
      return
    }
    if isTitle(in: context.plan) { measure.removeName() }
    if !context.plan.uniqueColumns.isEmpty { addUniques(line, context.plan) }
    learn(context.plan)
  }

  /// Adds the row to its pool.
  private mutating func learn(_ plan: TablePlan) {
    if learnedPlan == nil {
      learned = LearnedTally(plan)
      learnedPlan = plan
    }
    learned.add(measure.learned, measure.cells)
    for cell in measure.evidence { learned.add(1, cell) }
    cellwise.saveEvidence(into: &learned)
  }

  /// What the rows since the last call add to their pool; all are of tables with one plan.
  mutating func takeLearned() -> LearnedTally {
    cellwise.takeEvidence(into: &learned)
    learnedPlan = nil
    defer { learned = .none }
    return learned
  }

  /// Whether the row is the title of the rows below it: the only value of a row without a schema.
  private func isTitle(in plan: TablePlan) -> Bool {
    guard plan.schema == nil, plan.columns.count > 1 else { return false }
    if row.cellCount == 1 { return true }
    return plan.columns.count > 2 && row.cells.count(where: { !$0.value.isEmpty }) <= 1
  }

  /// Notes a row that is written as a delimiter row, and one that may be a piece of a record.
  private mutating func noteShape(_ line: Span<UInt8>, columnCount: Int) {
    guard let first = row.cells.first else { return }
    if row.cellCount < columnCount, !row.hasClosingPipe || !row.hasOpeningPipe(line) {
      measure.metadata.flags.insert(.torn)
    }
    let start = first.value.lowerBound
    guard start < line.count, line[start] == UInt8(ascii: "-") || line[start] == UInt8(ascii: ":")
    else { return }
    if DelimiterLikeness.isDelimiterRow(line, row) {
      measure.metadata.flags.insert(.dashes)
      if row.cellCount != columnCount { measure.metadata.flags.insert(.foreignDashes) }
    }
  }

  /// Notes the values of unique columns, if there is one cell per column.
  private mutating func addUniques(_ line: Span<UInt8>, _ plan: TablePlan) {
    guard row.cellCount == plan.columns.count else { return }
    for (slot, columns) in plan.uniqueColumns.enumerated() {
      let values = columns.map { index in
        let (column, value) = (plan.columns[index], row.cells[index].value)
        return (
          value: column.isPlaceholder(line, value) ? 0..<0 : value,
          type: column.requirements.constraints?.type
        )
      }
      let key = Fingerprint.ofValues(line, values, slot: slot)
      if key != 0 {
        measure.uniqueKeys.append(UniqueKey(line: 0, slot: Int32(clamping: slot), key: key))
      }
    }
  }

  /// Lets all rules judge the row.
  private mutating func readWhole(_ line: Span<UInt8>, _ plan: TablePlan) {
    measure.resetVerdict()
    measure.terms.removeAll()
    let directive = IgnoreDirective(line, row)
    if directive.isPresent { measure.metadata.flags.insert(.directive) }
    var view = RowView(line, row, plan)
    view.readItems(line)
    var sink = ProblemSink.counting(directive)
    rules.check(view, line, &sink)
    measure.rules = sink.rules
    measure.problemCount = sink.problemCount
    for cell in view.cells {
      measure.addTerms(of: cell, plan)
      if cell.traits.contains(.bracket) { measure.noteLabels(of: cell, line) }
    }
    addKeys(of: view, line)
    measure.addEvidence(of: view, line)
  }

  private mutating func addKeys(of view: RowView, _ line: Span<UInt8>) {
    guard view.plan.keyColumn != nil else { return }
    let name = view.nameCell
    if let name { measure.setName(of: name, line, view.plan) }
    if view.plan.schema == nil { return }
    for cell in view.cells where cell.index != name?.index { measure.addLinks(of: cell, line) }
  }
}

extension Fingerprint {
  /// Of the values that identify a row, numbers by their value and texts in small letters; 0 where
  /// one of them is empty.
  fileprivate static func ofValues(
    _ line: Span<UInt8>, _ values: [(value: Range<Int>, type: ValueType?)], slot: Int
  ) -> UInt64 {
    var key = UInt64(truncatingIfNeeded: slot &+ 1)
    for (value, type) in values {
      let own = ofValue(line, RowName(line, value: value).text, type)
      if own == 0 { return 0 }
      key = (key ^ own) &* 0xD6E8_FEB8_6659_FD93
      key ^= key >> 29
    }
    return max(1, key)
  }

  private static func ofValue(
    _ line: Span<UInt8>, _ text: Range<Int>, _ type: ValueType?
  ) -> UInt64 {
    if text.isEmpty { return 0 }
    if let type, type.isNumber, let number = type.canonicalNumber(PlainText.string(line, text)) {
      let bytes = ContiguousArray(number.utf8)
      return ofBytes(bytes.span, 0..<bytes.count, seed: 0)
    }
    var name = SortName()
    name.read(line, text)
    return name.isEmpty ? 0 : ofBytes(name.bytes.span, 0..<name.bytes.count, seed: 0)
  }
}
