import CatalogModel
import TableSyntax

/// What the cells of a column show of it.
struct ColumnEvidence {
  /// The header as the tables have it.
  let header: String
  /// Cells, and those with something in them.
  private(set) var cellCount = 0
  private(set) var filledCount = 0
  /// Cells with a link, and those that are an address alone.
  private(set) var linkCount = 0
  private(set) var addressCount = 0
  /// How often each value stands in the column; of a link its text.
  private(set) var counts: [String: Int] = [:]
  /// Bytes of all values.
  private(set) var byteCount = 0
  /// Neighbouring cells out of order.
  private(set) var inversionCount = 0
  private var above: [UInt8] = []

  init(header: String) { self.header = header }

  /// Begins another table, whose first row has none above.
  mutating func beginTable() { above = [] }

  /// Takes a cell.
  mutating func add(_ line: Span<UInt8>, _ value: Range<Int>) {
    cellCount += 1
    if value.isEmpty { return }
    filledCount += 1
    byteCount += value.count
    let name = RowName(line, value: value)
    switch name.link {
    case .none: break
    case .address(let address): addressCount += address.count + 2 >= value.count ? 1 : 0
    case .inline, .html, .reference, .stray: linkCount += 1
    }
    counts[line.string(name.link == .none ? value : name.text), default: 0] += 1
    let plain = PlainText.bytes(line, name.text)
    if !above.isEmpty, NameOrder.precedes(plain, above) { inversionCount += 1 }
    above = plain
  }

  /// How many filled cells in a hundred have a property of their value.
  func share(where isSo: (String) -> Bool) -> Int {
    let count = counts.reduce(0) { $0 + (isSo($1.key) ? $1.value : 0) }
    return filledCount == 0 ? 0 : count * 100 / filledCount
  }

  /// How many values in a hundred filled cells are different ones.
  var distinctShare: Int { filledCount == 0 ? 0 : counts.count * 100 / filledCount }
  /// How many cells in a hundred are filled.
  var filledShare: Int { cellCount == 0 ? 0 : filledCount * 100 / cellCount }
  /// How many filled cells in a hundred are links.
  var linkShare: Int { filledCount == 0 ? 0 : (linkCount + addressCount) * 100 / filledCount }
  /// Bytes of a value, on average.
  var meanLength: Int { filledCount == 0 ? 0 : byteCount / filledCount }
  /// Whether rows are ordered by the column, as the rule of unsorted rows sees it.
  var isSorted: Bool {
    filledCount >= LearnedPlan.rowCountMin
      && NameOrder.isMostlyKept(inversionCount: inversionCount, rowCount: filledCount)
  }
}
