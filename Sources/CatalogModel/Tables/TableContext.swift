/// How the rows of one table are read: made once per table, shared by all its rows.
final class TableContext: Sendable {
  /// What the columns mean, with the schema only if the values fit it.
  let plan: TablePlan
  /// What the headers alone suggest.
  let candidate: TablePlan
  let delimiter: DelimiterShape
  let isSchemaInForce: Bool
  /// Whether rows are read for their layout alone.
  let isForLayout: Bool

  init(
    plan: TablePlan, candidate: TablePlan, delimiter: DelimiterShape, isForLayout: Bool = false
  ) {
    self.plan = plan
    self.isForLayout = isForLayout
    self.candidate = candidate
    self.delimiter = delimiter
    isSchemaInForce = plan === candidate
  }
}
