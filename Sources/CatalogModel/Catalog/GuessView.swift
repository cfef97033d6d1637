import CatalogSchema
import TableSyntax

/// A row compared with what the other rows of its table repeat: what guesses are made from.
package struct GuessView {
  /// Two columns whose cells may be swapped.
  struct Swap {
    var column: Int
    var partner: Int
  }

  /// The row.
  let row: Row
  /// What the table's columns repeat; nil for a table with a schema or without repetitions.
  let learned: LearnedPlan?
  /// How often its columns have which values.
  private let counts: [LearnedColumn]
  /// What the table's columns repeat, whatever the row's number of cells.
  private let repeated: LearnedPlan?
  /// What nearly all rows have in common.
  let habits: PoolHabits
  /// Which terms go together, with the table's plan.
  let associations: [Association]
  let plan: TablePlan
  /// The cells that may be swapped, left to right.
  private(set) var swaps: [Swap] = []
  /// The values of all cells with their fingerprints, cell by cell; none of a usual row.
  private var values: ContiguousArray<(range: Range<Int>, fingerprint: UInt64)> = []
  /// For each cell the indices of its values.
  private var valuesOfCell: ContiguousArray<Range<Int>> = []

  /// Compares a row; one with too few or too many cells has no swaps and no rare spellings.
  ///
  /// - Complexity: O(line + columns²)
  init(
    _ line: Span<UInt8>, _ row: Row, learned: LearnedPlan?, counts: [LearnedColumn],
    habits: PoolHabits, associations: [Association], _ plan: TablePlan
  ) {
    self.row = row
    self.habits = habits
    repeated = learned
    self.learned = learned?.kinds.count == row.cellCount ? learned : nil
    self.counts = counts
    self.associations = associations
    self.plan = plan
    guard let learned = self.learned, !learned.isUsual(line, row) else { return }
    for cell in row.cells {
      let first = values.count
      for range in LearnedValues.of(line, cell.value) {
        values.append((range, Fingerprint.ofBytes(line, range, seed: 0)))
      }
      valuesOfCell.append(first..<values.count)
    }
    swaps = findSwaps(line, learned)
  }

  /// The kind of each cell.
  func kinds(_ line: Span<UInt8>) -> [CellKind] {
    row.cells.map { CellKind(line, $0.value, plan.missingValues) }
  }

  /// Whether a value seems to say why the column has no value: the column repeats it, or it begins
  /// with a placeholder.
  func isRemark(_ line: Span<UInt8>, _ value: Range<Int>, inColumn column: Int) -> Bool {
    let end = line.firstIndex(of: 0x20, in: value)
    return plan.missingValues.contains(line, value.lowerBound..<end)
      || counts[column].count(Fingerprint.ofBytes(line, value, seed: 0)) > 1
  }

  /// Whether a column takes a cell of some kind, as far as the other rows show it.
  func takes(_ line: Span<UInt8>, _ cell: Int, _ kind: CellKind, inColumn column: Int) -> Bool {
    let value = row.cells[cell].value
    guard plan.columns[column].accepts(line, value),
      habits.columns[column].takes(kind)
    else { return false }
    guard let terms = repeated?.plan, kind != .blank, kind != .placeholder,
      terms.columns[column].vocabulary != nil, !terms.columns[column].knows(line, value)
    else { return true }
    return !habits.columns[column].contains(.repeated)
      && !terms.termColumns.contains { $0 != column && terms.columns[$0].knows(line, value) }
  }

  // MARK: Swaps

  /// Cells of which each holds what the other column repeats and its own column does not.
  private func findSwaps(_ line: Span<UInt8>, _ learned: LearnedPlan) -> [Swap] {
    var swaps: [Swap] = []
    for column in learned.kinds.indices where isForeign(column, line, learned) {
      if swaps.contains(where: { $0.column == column || $0.partner == column }) { continue }
      let homes = learned.kinds.indices.filter {
        $0 != column && learned.kinds[$0] != .text && isAtHome(column, in: $0, line, learned)
      }
      guard homes.count == 1, let partner = homes.first, isForeign(partner, line, learned),
        isAtHome(partner, in: column, line, learned)
      else { continue }
      swaps.append(Swap(column: min(column, partner), partner: max(column, partner)))
    }
    return swaps
  }

  /// Whether a cell has no value.
  private func isMissing(_ cell: Int, _ line: Span<UInt8>) -> Bool {
    let value = row.cells[cell].value
    return value.isEmpty || plan.columns[cell].isPlaceholder(line, value)
  }

  /// Whether a cell holds what its column never does.
  private func isForeign(_ column: Int, _ line: Span<UInt8>, _ learned: LearnedPlan) -> Bool {
    let value = row.cells[column].value
    if isMissing(column, line) { return false }
    switch learned.kinds[column] {
    case .terms: return !fits(column, in: column, learned)
    case .link: return !LearnedValues.hasLink(line, value)
    case .text:
      return learned.kinds.indices.contains {
        learned.kinds[$0] != .text && isAtHome(column, in: $0, line, learned)
      }
    case .given: return false
    }
  }

  /// Whether a cell holds what another column repeats.
  private func isAtHome(
    _ cell: Int, in column: Int, _ line: Span<UInt8>, _ learned: LearnedPlan
  ) -> Bool {
    let value = row.cells[cell].value
    if isMissing(cell, line) { return false }
    switch learned.kinds[column] {
    case .terms: return fits(cell, in: column, learned)
    case .link: return LearnedValues.hasLink(line, value)
    case .text: return !LearnedValues.hasLink(line, value)
    case .given: return false
    }
  }

  /// Whether a column repeats all values of a cell.
  private func fits(_ cell: Int, in column: Int, _ learned: LearnedPlan) -> Bool {
    let values = values[valuesOfCell[cell]]
    return !values.isEmpty
      && values.allSatisfy { learned.isFrequent($0.fingerprint, inColumn: column) }
  }

  // MARK: Spelling

  /// The rare values that are a typo away from one repeated value of their column, with its label;
  /// swapped cells have none.
  ///
  /// - Complexity: O(terms × rare values)
  func rareSpellings(_ line: Span<UInt8>) -> [(range: Range<Int>, label: String)] {
    guard let learned, !valuesOfCell.isEmpty else { return [] }
    var found: [(range: Range<Int>, label: String)] = []
    for column in learned.kinds.indices where learned.kinds[column] == .terms {
      if swaps.contains(where: { $0.column == column || $0.partner == column }) { continue }
      for value in values[valuesOfCell[column]]
      where !learned.isFrequent(value.fingerprint, inColumn: column) {
        let count = counts[column].count(value.fingerprint)
        if let label = learned.frequentLabel(
          near: line, value.range, inColumn: column, count: count)
        {
          found.append((value.range, label))
        }
      }
    }
    return found
  }
}
