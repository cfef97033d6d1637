/// How the rows of one table are read: made once per table, shared by all its rows.
final class TableContext: Sendable {
  /// What the headers say of the columns, whatever the rows have in them.
  let plan: TablePlan
  /// What the rows' layouts are compared with.
  let shape: TableShape
  /// Whether rows are read for their layout alone.
  let isForLayout: Bool

  init(plan: TablePlan, shape: TableShape, isForLayout: Bool = false) {
    self.plan = plan
    self.isForLayout = isForLayout
    self.shape = shape
  }

  /// Whether a row of the table was hardly meant as one.
  func isText(_ line: Span<UInt8>, _ row: Row) -> Bool {
    row.isText(line, columnCount: plan.columns.count, hasOuterPipes: shape.hasOuterPipes)
  }
}
