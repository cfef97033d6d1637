/// What a table's rows add up to: a sum, so that an edit subtracts the old rows and adds the new
/// ones.
struct TableTally: Sendable, Equatable {
  var layout: LayoutTally
  var terms: TermTally
  /// Body rows.
  private(set) var rowCount = 0
  /// Body rows with more cells than columns.
  private(set) var longRowCount = 0
  /// Body rows whose names have links.
  private(set) var linkedRowCount = 0
  /// Neighbouring body rows that are out of order.
  var inversionCount = 0

  /// No rows of a table without columns.
  static let none = TableTally(plan: TablePlan(headers: [], schemas: []))

  init(plan: TablePlan) {
    layout = LayoutTally(columnCount: plan.columns.count)
    terms = TermTally(plan: plan)
  }

  /// Adds (`count` 1) or subtracts (-1) a body row.
  mutating func add(_ count: Int, _ row: RowMeasure) {
    layout.add(count, row.shape)
    terms.add(count, row.terms)
    rowCount += count
    if row.isLong { longRowCount += count }
    if row.metadata.linkKey != 0 { linkedRowCount += count }
  }

  /// Adds what other rows add up to.
  mutating func add(_ other: TableTally) {
    layout.add(other.layout)
    terms.add(other.terms)
    rowCount += other.rowCount
    longRowCount += other.longRowCount
    linkedRowCount += other.linkedRowCount
    inversionCount += other.inversionCount
  }

  /// Whether the header rather than single rows has the wrong number of cells.
  var isMostlyLong: Bool { longRowCount > 1 && longRowCount * 2 > rowCount }

  /// Whether order is kept well enough for single rows to be called out of place.
  var isMostlySorted: Bool {
    NameOrder.isMostlyKept(inversionCount: inversionCount, rowCount: rowCount)
  }
}
