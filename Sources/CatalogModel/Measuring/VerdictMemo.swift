import CatalogSchema
import TableSyntax

/// The cache of what vocabulary columns' cells are, by their texts: a catalog repeats a few values
/// many times.
///
/// Each core has its own, so that it takes no lock.
struct VerdictMemo {
  /// Texts that the cache holds before it is emptied.
  private static let countMax = 1 << 14

  /// What a cell is by itself.
  struct Verdict {
    var rules: RuleSet
    var problemCount: Int
    var itemCount: Int
    var acceptedItemCount: Int
    /// Numbers of its terms in `termNumbers`.
    var terms: Range<Int>
    /// Whether another column knows an item, so that the row's other cells matter.
    var isMisplaced: Bool
  }

  private var plan: TablePlan?
  private var indices = FingerprintMap<UInt32>(placeholder: 0)
  private var verdicts: ContiguousArray<Verdict> = []
  private(set) var termNumbers: ContiguousArray<Int> = []

  /// Reads cells of tables with this plan from now on.
  mutating func use(_ plan: TablePlan) {
    if self.plan === plan, verdicts.count <= Self.countMax { return }
    self = VerdictMemo()
    self.plan = plan
  }

  /// The verdict on a cell without marks, of a column with a vocabulary and no more; nil if the
  /// cache does not hold it.
  @inline(__always)
  func cached(_ line: Span<UInt8>, _ cell: RowCell, _ column: Int) -> Verdict? {
    indices[Self.fingerprint(line, cell, column)].map { verdicts[Int($0)] }
  }

  @inline(__always)
  private static func fingerprint(_ line: Span<UInt8>, _ cell: RowCell, _ column: Int) -> UInt64 {
    Fingerprint.ofBytes(line, cell.value, seed: UInt64(truncatingIfNeeded: column &+ 1))
  }

  /// The verdict on such a cell, which the cache holds from now on.
  mutating func verdict(
    _ line: Span<UInt8>, _ cell: RowCell, _ column: Int, _ context: RowContext, _ rules: RowRules
  ) -> Verdict {
    var view = CellView(line, cell, index: column, column: column, context.plan)
    view.readItems(line, context.plan)
    var sink = ProblemSink.counting()
    rules.check(view, context, line, &sink)
    let first = termNumbers.count
    termNumbers += view.terms.map { context.plan.firstTermNumbers[column] + $0.index }
    let items = view.items.filter(\.isCounted)
    let verdict = Verdict(
      rules: sink.rules, problemCount: sink.problemCount, itemCount: items.count,
      acceptedItemCount: items.count(where: \.isAccepted), terms: first..<termNumbers.count,
      isMisplaced: view.hasMisplacedItem(line, context.plan))
    indices[Self.fingerprint(line, cell, column)] = UInt32(truncatingIfNeeded: verdicts.count)
    verdicts.append(verdict)
    return verdict
  }
}

extension CellView {
  /// Whether another column knows an item that the cell's own does not take.
  func hasMisplacedItem(_ line: Span<UInt8>, _ plan: TablePlan) -> Bool {
    items.prefix(CellItem.comparedCountMax).contains { otherColumn(of: $0, plan, line) != nil }
  }
}
