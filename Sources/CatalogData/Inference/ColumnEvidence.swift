import CatalogModel

/// Counts of a column's cells that inference draws on.
struct ColumnEvidence {
  /// The header as written.
  let header: String
  /// All cells, and the filled ones.
  private(set) var cellCount = 0
  private(set) var filledCount = 0
  /// Cells with a link, and cells that are a bare URL.
  private(set) var linkCount = 0
  private(set) var urlCount = 0
  /// Occurrences by value; the text for a link.
  private(set) var counts: [String: Int] = [:]
  /// Bytes of all values.
  private(set) var byteCount = 0
  /// Neighboring cells out of order.
  private(set) var inversionCount = 0
  private var above: [UInt8] = []

  init(header: String) { self.header = header }

  /// Begins a table; its first row has no neighbor above.
  mutating func beginTable() { above = [] }

  /// Adds a cell.
  mutating func add(_ line: Span<UInt8>, _ value: Range<Int>) {
    cellCount += 1
    if value.isEmpty { return }
    filledCount += 1
    byteCount += value.count
    let name = RowName(line, value: value)
    switch name.link {
    case .none: break
    case .address(let address): urlCount += address.count + 2 >= value.count ? 1 : 0
    case .inline, .html, .reference, .stray: linkCount += 1
    }
    let text = line.string(name.link == .none ? value : name.text)
    if text.contains(where: { !$0.isWhitespace }) { counts[text, default: 0] += 1 }
    let plain = PlainText.bytes(line, name.text)
    if !above.isEmpty, NameOrder.precedes(plain, above) { inversionCount += 1 }
    above = plain
  }

  /// The percentage of filled cells whose value has a property.
  func share(where condition: (String) -> Bool) -> Int {
    let count = counts.reduce(0) { $0 + (condition($1.key) ? $1.value : 0) }
    return filledCount == 0 ? 0 : count * 100 / filledCount
  }

  /// The percentage of distinct values among filled cells.
  var distinctShare: Int { filledCount == 0 ? 0 : counts.count * 100 / filledCount }
  /// The percentage of filled cells.
  var filledShare: Int { cellCount == 0 ? 0 : filledCount * 100 / cellCount }
  /// The percentage of links among filled cells.
  var linkShare: Int { filledCount == 0 ? 0 : (linkCount + urlCount) * 100 / filledCount }
  /// The mean bytes of a value.
  var meanLength: Int { filledCount == 0 ? 0 : byteCount / filledCount }
  /// Whether rows are sorted by the column, by the measure of `unsorted-row`.
  var isSorted: Bool {
    filledCount >= LearnedPlan.rowCountMin
      && NameOrder.isMostlyKept(inversionCount: inversionCount, rowCount: filledCount)
  }
}
