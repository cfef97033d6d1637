import CatalogSchema

/// What columns ask of their values beyond vocabularies: `unknown-value` speaks of what a column
/// does not take, `nonstandard-value` of how a value is written.
enum ConstraintRules {
  static func check(
    _ reading: RowReading, _ line: Span<UInt8>, _ sink: inout some ProblemSink
  ) {
    guard reading.plan.hasConstraints else { return }
    let name = reading.plan.keyColumn.flatMap { reading.cell(ofColumn: $0) }.map(\.value)
    for cell in reading.cells where !cell.isTraded {
      for found in violations(line, cell.value, cell.column, reading.plan, name: name) {
        sink.report(found.rule, found.range) { explain(found, cell, reading, line) }
      }
    }
  }

  /// What is wrong with the value of a cell; of a name, its link's text is looked at.
  static func violations(
    _ line: Span<UInt8>, _ value: Range<Int>, _ column: Int, _ plan: TablePlan,
    name: Range<Int>?
  ) -> [ConstraintViolation] {
    let demands = plan.columns[column].demands
    guard !value.isEmpty, let constraints = demands.constraints else { return [] }
    let isName = demands.isKey || demands.isLinked
    let text = isName ? RowName(line, value: value).text : value
    let ownName = constraints.isWithoutName ? name.map { nameText(line, $0) } : nil
    let found = violations(line, text, constraints, name: ownName)
    // What a closed vocabulary does not know is reported by it.
    guard found.contains(where: { $0.rule == .unknownValue }), demands.isClosed,
      plan.columns[column].vocabulary != nil, !CellReader.knows(line, value, plan.columns[column])
    else { return found }
    return found.filter { $0.rule != .unknownValue }
  }

  private static func violations(
    _ line: Span<UInt8>, _ text: Range<Int>, _ constraints: ValueConstraints, name: String?
  ) -> [ConstraintViolation] {
    guard let clean = CleanValue(line, text) else {
      return constraints.violations(line, text, name: name)
    }
    if clean.trimmed.isEmpty { return [] }
    return constraints.violations(clean.bytes.span, clean.trimmed, name: name).map { found in
      var found = found
      found.range = clean.lineRange(found.range)
      return found
    }
  }

  private static func nameText(_ line: Span<UInt8>, _ value: Range<Int>) -> String {
    PlainText.string(line, RowName(line, value: value).text)
  }

  private static func explain(
    _ found: ConstraintViolation, _ cell: CellReading, _ reading: RowReading, _ line: Span<UInt8>
  ) -> Explanation {
    let repair = found.repair(line)
    return Explanation(
      message: found.message(
        line.quoted(found.range), title: quoted(reading.plan.title(cell.column))),
      fix: repair.map {
        RowFix(
          title: $0.title, isSafe: $0.isSafe,
          edits: [reading.edit(found.range, $0.replacement, line)])
      })
  }
}
