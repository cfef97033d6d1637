import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// What a list's rows contradict in a configuration: errors and warnings of the rules that follow
/// from it.
struct ProposalTrial {
  /// What a rule demands of a column.
  struct Demand: Hashable, Comparable {
    let rule: RuleCode
    let schema: String
    /// The name of the column; empty for rows of no column.
    let column: String

    static func < (left: Demand, right: Demand) -> Bool { left.key < right.key }
    private var key: (String, String, String) { (rule.rawValue, schema, column) }
  }

  /// The rules whose demands a configuration makes.
  private static let rules: Set<RuleCode> = [
    "duplicate-link", "duplicate-name", "duplicate-value", "empty-cell", "link-mismatch",
    "list-separator", "misplaced-value", "missing-cell", "missing-link", "nonstandard-value",
    "unknown-value",
  ]

  private let catalog: Catalog
  /// The lines that break each demand.
  private(set) var broken: [Demand: Set<Int>] = [:]

  /// Reads the problems of a catalog with the configuration.
  ///
  /// - Complexity: O(bytes of the tables)
  init(_ catalog: Catalog) {
    self.catalog = catalog
    for problem in catalog.problems()
    where problem.severity <= .warning && Self.rules.contains(problem.rule) {
      add(problem)
    }
  }

  private mutating func add(_ problem: Problem) {
    let start = problem.range.lowerBound
    guard let table = catalog.table(atLine: start.line), let schema = table.plan.schema else {
      return
    }
    let columns = catalog.withRow(start.line, in: table) { bytes, row in
      self.columns(of: problem, RowView(bytes, row, table.plan))
    }
    for column in columns {
      let name = column.flatMap { table.plan.columns[$0].column?.name } ?? ""
      broken[Demand(rule: problem.rule, schema: schema.name, column: name), default: []]
        .insert(start.line)
    }
  }

  /// The columns whose demand a problem follows from: those that a row lacks which ends early, or
  /// that of the cell with the problem. A cell that is missing elsewhere is missing by no demand.
  private func columns(of problem: Problem, _ row: RowView) -> [Int?] {
    if problem.rule == "missing-cell" {
      let count = row.cells.count
      let endsEarly = row.cells.map(\.column) == Array(0..<count)
      return endsEarly ? Array(count..<max(count, row.plan.columns.count)) : []
    }
    let byte = problem.range.lowerBound.byteColumn
    let index = row.row.cells.prefix(row.row.cellCount).firstIndex {
      byte <= $0.range.upperBound
    }
    return [index.flatMap { row.cells[$0].column }]
  }
}
