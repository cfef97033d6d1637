/// How the rows of one table are read: made once per table, shared by all its rows.
final class TableContext: Sendable {
  /// What the columns mean, with the schema only if the values fit it.
  let plan: TablePlan
  /// What the headers alone suggest.
  let candidate: TablePlan
  /// What the rows' layouts are compared with.
  let shape: TableShape
  let isSchemaInForce: Bool
  /// Whether rows are read for their layout alone.
  let isForLayout: Bool

  init(
    plan: TablePlan, candidate: TablePlan, shape: TableShape, isForLayout: Bool = false
  ) {
    self.plan = plan
    self.isForLayout = isForLayout
    self.candidate = candidate
    self.shape = shape
    isSchemaInForce = plan === candidate
  }

  /// Whether a row of the table was hardly meant as one.
  func isText(_ line: Span<UInt8>, _ row: Row) -> Bool {
    row.isText(line, columnCount: plan.columns.count, hasOuterPipes: shape.hasOuterPipes)
  }
}
