import CatalogSchema

/// What columns require of their values besides vocabularies, as `unknown-value` and
/// `nonstandard-value` report it.
enum ConstraintViolations {
  /// Reports the violations in a cell that make its value unknown, or those of how it is written;
  /// of a name or link its text is checked.
  static func report(
    isUnknown: Bool, _ cell: CellView, _ context: RowContext,
    _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard cell.traits.contains(.constrained), let column = cell.column else { return }
    for violation in violations(cell, context.plan.columns[column], context, line)
    where violation.isUnknown == isUnknown {
      sink.report(violation.range) {
        explain(violation, title: quoted(context.plan.title(column)), context, line)
      }
    }
  }

  private static func violations(
    _ cell: CellView, _ column: PlannedColumn, _ context: RowContext, _ line: Span<UInt8>
  ) -> [ConstraintViolation] {
    guard !cell.value.isEmpty, !cell.isPlaceholder,
      let constraints = column.requirements.constraints
    else { return [] }
    let name = constraints.isWithoutName ? context.nameText(line) : nil
    let found = violations(line, cell.name?.text ?? cell.value, constraints, name: name)
    // A closed vocabulary reports what it does not know.
    guard found.contains(where: \.isUnknown), column.requirements.isClosed,
      column.vocabulary != nil, !column.knows(line, cell.value)
    else { return found }
    return found.filter { !$0.isUnknown }
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

  private static func explain(
    _ violation: ConstraintViolation, title: String, _ context: RowContext, _ line: Span<UInt8>
  ) -> Explanation {
    Explanation(
      message: violation.message(line.quoted(violation.range), title),
      fix: violation.repair(line).map {
        RowFix(
          title: $0.title, isSafe: $0.isSafe,
          edits: [context.edit(violation.range, $0.replacement, line)])
      })
  }
}
