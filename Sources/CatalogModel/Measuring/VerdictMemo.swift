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
    /// Numbers of its terms in `termNumbers`.
    var terms: Range<Int>
    /// Whether another column knows an item, so that the row's other cells matter.
    var isMisplaced: Bool
  }

  /// What a cell says of its column, and how many cells did that are not taken yet.
  private struct Counted {
    var evidence: CellEvidence
    var count = 0
  }

  private var plan: TablePlan?
  private var indices = FingerprintMap<UInt32>(placeholder: 0)
  private var verdicts: ContiguousArray<Verdict> = []
  private(set) var termNumbers: ContiguousArray<Int> = []
  private var counted: ContiguousArray<Counted> = []
  /// The verdicts with a count.
  private var countedPlaces: ContiguousArray<Int> = []

  /// Reads cells of tables with this plan from now on; what was counted must be taken before.
  mutating func use(_ plan: TablePlan) {
    if self.plan === plan, !isFull { return }
    self = VerdictMemo()
    self.plan = plan
  }

  /// Whether the cache is emptied before the next row.
  var isFull: Bool { verdicts.count > Self.countMax }

  /// Counts a cell by the place of its verdict.
  @inline(__always)
  mutating func count(_ place: Int) {
    if counted[place].count == 0 { countedPlaces.append(place) }
    counted[place].count += 1
  }

  /// Subtracts a row's cells that were counted, those of the first columns.
  mutating func uncount(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan, columns: Range<Int>) {
    for column in columns where plan.needsEvidence[column] {
      let traits = CellTraits(plan.columns[column].traits, row.cells[column])
      let kind = traits.subtracting(.markup)
      guard kind == .terms || kind == [.terms, .empty],
        let place = place(line, row.cells[column], column)
      else { continue }
      counted[place].count -= 1
    }
  }

  /// Adds what the counted cells say to a sum, and forgets the counts.
  mutating func take(into tally: inout LearnedTally) {
    for place in countedPlaces where counted[place].count > 0 {
      tally.add(counted[place].count, counted[place].evidence)
      counted[place].count = 0
    }
    countedPlaces.removeAll(keepingCapacity: true)
  }

  /// The place of the verdict on a cell without marks, of a column with a vocabulary and no more;
  /// nil if the cache does not hold it.
  @inline(__always)
  func place(_ line: Span<UInt8>, _ cell: RowCell, _ column: Int) -> Int? {
    indices[Self.fingerprint(line, cell, column)].map { Int($0) }
  }

  /// A cached verdict.
  subscript(place: Int) -> Verdict { verdicts[place] }

  @inline(__always)
  private static func fingerprint(_ line: Span<UInt8>, _ cell: RowCell, _ column: Int) -> UInt64 {
    Fingerprint.ofBytes(line, cell.value, seed: UInt64(truncatingIfNeeded: column &+ 1))
  }

  /// The place of the verdict on such a cell, which the cache holds from now on.
  mutating func add(
    _ line: Span<UInt8>, _ cell: RowCell, _ column: Int, _ context: RowContext, _ rules: RowRules
  ) -> Int {
    var view = CellView(line, cell, index: column, column: column, context.plan)
    view.readItems(line, context.plan)
    var sink = ProblemSink.counting()
    rules.check(view, context, line, &sink)
    let first = termNumbers.count
    termNumbers += view.terms.map { context.plan.firstTermNumbers[column] + $0.index }
    indices[Self.fingerprint(line, cell, column)] = UInt32(truncatingIfNeeded: verdicts.count)
    counted.append(
      Counted(
        evidence: CellEvidence(view, ofColumn: column, line, context.plan, mayRepeat: true)))
    verdicts.append(
      Verdict(
        rules: sink.rules, problemCount: sink.problemCount, terms: first..<termNumbers.count,
        isMisplaced: view.hasMisplacedItem(line, context.plan)))
    return verdicts.count - 1
  }
}

extension CellView {
  /// Whether another column knows an item that the cell's own does not take.
  func hasMisplacedItem(_ line: Span<UInt8>, _ plan: TablePlan) -> Bool {
    items.prefix(CellItem.comparedCountMax).contains { otherColumn(of: $0, plan, line) != nil }
  }
}
