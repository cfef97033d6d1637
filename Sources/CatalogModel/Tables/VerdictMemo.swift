import CatalogSchema
import TableSyntax

/// What the rules say of a vocabulary column's cell by itself, remembered by its text: a catalog
/// repeats a few values many times.
struct VerdictMemo {
  /// Texts beyond which the memory is emptied.
  private static let countMax = 1 << 14

  private struct Verdict {
    var rules: RuleSet
    var problemCount: Int
    var itemCount: Int
    var fittingItemCount: Int
    /// Numbers of its terms in `termNumbers`.
    var terms: Range<Int>
    /// False where the row's other cells have a say.
    var standsAlone: Bool
  }

  private var plan: TablePlan?
  private var indices = FingerprintMap<UInt32>(placeholder: 0)
  private var verdicts: ContiguousArray<Verdict> = []
  private var termNumbers: ContiguousArray<Int> = []

  /// Reads cells of tables with this plan from now on.
  mutating func use(_ plan: TablePlan) {
    if self.plan === plan, verdicts.count <= Self.countMax { return }
    self = VerdictMemo()
    self.plan = plan
  }

  /// Adds what a cell says to a row; false where the row's other cells have a say.
  mutating func add(
    _ line: Span<UInt8>, _ value: Range<Int>, _ marks: CellMarks, _ column: Int,
    _ measure: inout RowMeasure
  ) -> Bool {
    if !marks.isEmpty { return false }
    let seed = UInt64(truncatingIfNeeded: column &+ 1)
    let fingerprint = Fingerprint.ofBytes(line, value, seed: seed)
    let index = indices[fingerprint] ?? remember(line, value, column, fingerprint)
    guard let index else { return false }
    let verdict = verdicts[Int(index)]
    if !verdict.standsAlone { return false }
    measure.rules.formUnion(verdict.rules)
    measure.problemCount += verdict.problemCount
    measure.itemCount += verdict.itemCount
    measure.fittingItemCount += verdict.fittingItemCount
    for index in verdict.terms { measure.terms.add(termNumbers[index], ofColumn: column) }
    return true
  }

  private mutating func remember(
    _ line: Span<UInt8>, _ value: Range<Int>, _ column: Int, _ fingerprint: UInt64
  ) -> UInt32? {
    guard let plan else { return nil }
    var reading = RowReading(plan: plan, column: column, value: value, line)
    var sink = CountingSink(directive: .none)
    ValueRules.check(&reading, line, &sink)
    let first = termNumbers.count
    for cell in reading.cells {
      termNumbers += reading.terms(of: cell).map { plan.firstTermNumbers[column] + $0.index }
    }
    let items = reading.cells.flatMap(\.items).filter(\.isCounted)
    let index = UInt32(truncatingIfNeeded: verdicts.count)
    verdicts.append(
      Verdict(
        rules: sink.rules, problemCount: sink.problemCount, itemCount: items.count,
        fittingItemCount: items.count(where: \.isAccepted), terms: first..<termNumbers.count,
        standsAlone: !sink.rules.contains(.misplacedValue)))
    indices[fingerprint] = index
    return index
  }
}
