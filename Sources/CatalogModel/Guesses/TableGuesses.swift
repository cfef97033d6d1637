import TableSyntax

/// Guesses at a table's rows by what its other rows repeat.
struct TableGuesses {
  /// The table's body rows.
  let lines: Range<Int>
  private let plan: TablePlan
  private let learned: LearnedPlan?
  private let counts: [LearnedColumn]
  private let habits: PoolHabits
  private let associations: [Association]
  private let rules: RuleRegistry

  /// The guesses at a table.
  init(of table: CatalogTable, in catalog: Catalog) {
    lines = table.bodyLines
    plan = table.plan
    learned = catalog.learnedPlan(of: table)
    counts = catalog.learned[table.headerKey]?.tally.columns ?? []
    habits = catalog.learned[table.headerKey]?.state.habits ?? PoolHabits()
    associations = catalog.associations[table.id] ?? []
    rules = catalog.rules
  }

  /// Whether there may be any.
  var mayFind: Bool { learned != nil || !associations.isEmpty || habits.mayFind }
  /// Whether a row may be notable.
  var mayNote: Bool { mayFind || plan.hasOtherLabels }

  /// Whether there is a guess at a row, or it has a preferred label that is not the one in use.
  func isNotable(_ line: Span<UInt8>, _ row: Row) -> Bool {
    if plan.hasOtherLabels, usesOtherLabel(line, row) { return true }
    if !mayFind { return false }
    var sink = ProblemSink.counting()
    check(line, row, &sink)
    return sink.problemCount > 0
  }

  private func usesOtherLabel(_ line: Span<UInt8>, _ row: Row) -> Bool {
    var view = RowView(line, row, plan)
    view.readItems(line)
    return view.cells.contains { cell in
      guard let column = cell.column.map({ plan.columns[$0] }), column.labels?.hasOther == true
      else { return false }
      return cell.items.contains { column.standardLabel(for: $0, line) != nil }
    }
  }

  /// Lets the rules guess at a row.
  func check(_ line: Span<UInt8>, _ row: Row, _ sink: inout ProblemSink) {
    if plan.isTemplate(line, row) { return }
    let view = GuessView(
      line, row, learned: learned, counts: counts, habits: habits, associations: associations, plan)
    for guess in rules.guesses {
      sink.setRule(guess.rule)
      guess.check(view, line, &sink)
    }
  }
}
