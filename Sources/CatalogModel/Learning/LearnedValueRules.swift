import CatalogSchema
import TableSyntax

/// What the rules say of a row on the ground of what its table's columns repeat: guesses, so only
/// hints. They look at rows with as many cells as columns.
struct LearnedValueRules {
  private let plan: LearnedPlan
  private let row: Row
  private var learned = LearnedRow()

  init(plan: LearnedPlan, row: Row) {
    self.plan = plan
    self.row = row
  }

  /// The problems of a row.
  ///
  /// - Complexity: O(line), O(terms × value) for a value that its column does not repeat
  mutating func problems(_ line: Span<UInt8>) -> [RowProblem] {
    guard row.cellCount == plan.kinds.count else { return [] }
    learned.read(line, row, columnCount: plan.kinds.count)
    let trades = self.trades()
    let traded = Set(trades.flatMap { [$0.column, $0.partner] })
    var problems = trades.map { explain($0, line) }
    for column in plan.kinds.indices where plan.kinds[column] == .terms {
      if traded.contains(column) || fits(column, column) { continue }
      for value in LearnedValues.of(line, row.cells[column].value)
      where !isFrequent(line, value, column) {
        if let near = near(line, value, column) { problems.append(near) }
      }
    }
    return problems
  }

  private func isFrequent(_ line: Span<UInt8>, _ value: Range<Int>, _ column: Int) -> Bool {
    plan.isFrequent(Fingerprint.ofBytes(line, value, seed: 0), inColumn: column)
  }

  // MARK: Trades

  private struct Trade {
    var column: Int
    var partner: Int
  }

  /// Cells of which one is filled with what the other column repeats, and the other is not.
  private func trades() -> [Trade] {
    var trades: [Trade] = []
    for column in plan.kinds.indices where isForeign(column) {
      if trades.contains(where: { $0.column == column || $0.partner == column }) { continue }
      let homes = plan.kinds.indices.filter {
        $0 != column && plan.kinds[$0] != .text && isAtHome(column, in: $0)
      }
      guard homes.count == 1, let partner = homes.first, isForeign(partner),
        isAtHome(partner, in: column)
      else { continue }
      trades.append(Trade(column: min(column, partner), partner: max(column, partner)))
    }
    return trades
  }

  /// Whether a cell holds what its column never does.
  private func isForeign(_ column: Int) -> Bool {
    if learned.cells[column].isEmpty { return false }
    switch plan.kinds[column] {
    case .terms: return !fits(column, column)
    case .link: return !learned.cells[column].hasLink
    case .text:
      return plan.kinds.indices.contains { plan.kinds[$0] != .text && isAtHome(column, in: $0) }
    }
  }

  /// Whether a cell's content is what another column repeats.
  private func isAtHome(_ column: Int, in home: Int) -> Bool {
    if learned.cells[column].isEmpty { return false }
    switch plan.kinds[home] {
    case .terms: return fits(column, home)
    case .link: return learned.cells[column].hasLink
    case .text: return !learned.cells[column].hasLink
    }
  }

  /// Whether a column repeats all values of a cell.
  private func fits(_ cell: Int, _ column: Int) -> Bool {
    let values = learned.cells[cell].values
    return !values.isEmpty
      && values.allSatisfy { plan.isFrequent(learned.values[$0], inColumn: column) }
  }

  private func explain(_ trade: Trade, _ line: Span<UInt8>) -> RowProblem {
    let first = row.cells[trade.column].value
    let second = row.cells[trade.partner].value
    return RowProblem(
      rule: .misplacedValue, range: first,
      explanation: Explanation(
        message: "\(line.quoted(first)) and \(line.quoted(second)) seem to be swapped: other rows "
          + "have such values in each other's column",
        related: [(second, "\(line.quoted(second)) is here")],
        fix: RowFix(
          title: "Swap the two cells", isSafe: false,
          edits: [
            RowEdit(range: first, replacement: line.array(second)),
            RowEdit(range: second, replacement: line.array(first)),
          ])))
  }

  // MARK: Spelling

  private func near(
    _ line: Span<UInt8>, _ value: Range<Int>, _ column: Int
  ) -> RowProblem? {
    let text = line.string(value)
    guard let vocabulary = plan.plan.columns[column].vocabulary,
      let label = LearnedSpelling.frequentLabel(near: text, in: vocabulary)
    else { return nil }
    return RowProblem(
      rule: .unknownValue, range: value,
      explanation: Explanation(
        message: "\(quoted(text)) is rare in this column; did you mean \(quoted(label))?",
        fix: RowFix(
          title: "Change to \(quoted(label))", isSafe: false,
          edits: [RowEdit(range: value, replacement: Array(label.utf8))])))
  }
}
