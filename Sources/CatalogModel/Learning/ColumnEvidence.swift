import CatalogSchema

/// What the rows of a pool's tables say of a schema's column: sums, so that an edit subtracts the
/// old rows and adds the new ones.
struct ColumnEvidence: Sendable, Equatable {
  /// Rows with a cell for the column that is not empty, counted by those that have none.
  private(set) var emptyCount = 0
  /// Rows with a value that is no link, where the column holds links.
  private(set) var unlinkedCount = 0
  /// Items of lists that are neither placeholders nor known in another column only.
  private(set) var valueCount = 0
  /// Those that are terms.
  private(set) var knownCount = 0
  /// Those that may be typos of a term.
  private(set) var nearCount = 0
  /// Lists whose items are separated as the column says, less those that are not.
  private(set) var separationBalance = 0
  /// How each term is written.
  private(set) var labels = LabelTally()

  /// Adds (`count` 1) or subtracts (-1) a cell, or several with the same text.
  mutating func add(_ count: Int, _ cell: CellEvidence) {
    if cell.isEmpty { emptyCount += count }
    if cell.isUnlinked { unlinkedCount += count }
    valueCount += count * cell.valueCount
    knownCount += count * cell.knownCount
    nearCount += count * cell.nearCount
    separationBalance += count * cell.separation
    for label in cell.labels { labels.add(count, label) }
  }

  /// Adds or subtracts what other rows say.
  mutating func add(_ count: Int, _ other: ColumnEvidence) {
    emptyCount += count * other.emptyCount
    unlinkedCount += count * other.unlinkedCount
    valueCount += count * other.valueCount
    knownCount += count * other.knownCount
    nearCount += count * other.nearCount
    separationBalance += count * other.separationBalance
    labels.add(count, other.labels)
  }
}

/// What a cell says of its column.
struct CellEvidence: Sendable {
  /// Index of the column.
  let column: Int
  private(set) var isEmpty = false
  private(set) var isUnlinked = false
  private(set) var valueCount = 0
  private(set) var knownCount = 0
  private(set) var nearCount = 0
  /// Of a list 1 if its items are separated as the column says, else -1; 0 of any other cell.
  private(set) var separation = 0
  private(set) var labels: [LabelUse] = []
  /// What the cell repeats, if the column may turn out to be the list's own.
  private(set) var repeated: RepeatedValues?

  /// A column without a cell.
  init(without column: Int) {
    self.column = column
    isEmpty = true
  }

  /// A cell whose items are read.
  ///
  /// - Parameters:
  ///   - misplaced: the items that belong to another column, by their indices
  ///   - mayRepeat: whether the row has one cell per column
  init(
    _ cell: CellView, ofColumn column: Int, _ line: Span<UInt8>, _ plan: TablePlan,
    misplaced: Set<Int> = [], mayRepeat: Bool
  ) {
    self.column = column
    isEmpty = cell.value.isEmpty
    if case .none? = cell.name?.link { isUnlinked = !isEmpty }
    guard let vocabulary = plan.columns[column].vocabulary else { return }
    for (index, item) in cell.items.enumerated()
    where item.isCounted && !misplaced.contains(index) {
      count(item, line, vocabulary)
    }
    separation = Self.separation(cell.items, line, plan.columns[column].requirements.delimiter)
    if mayRepeat, !plan.columns[column].isConfigured {
      repeated = RepeatedValues(line, cell.value, plan.columns[column].missingValues)
    }
  }

  private static func separation(
    _ items: [CellItem], _ line: Span<UInt8>, _ delimiter: [UInt8]
  ) -> Int {
    if items.contains(where: { $0.pieces != nil }) { return -1 }
    if items.count < 2 { return 0 }
    let isUsual = zip(items, items.dropFirst()).allSatisfy { item, next in
      item.range.upperBound <= next.range.lowerBound
        && line.extracting(item.range.upperBound..<next.range.lowerBound).equals(delimiter)
    }
    return isUsual ? 1 : -1
  }

  private mutating func count(
    _ item: CellItem, _ line: Span<UInt8>, _ vocabulary: Vocabulary
  ) {
    valueCount += 1
    if item.isKnown { knownCount += 1 }
    if case .near = item.match { nearCount += 1 }
    if let term = item.match.known, !vocabulary[term].isConfigured {
      labels.append(
        LabelUse(item.match, of: term, text: item.label(line, of: term, in: vocabulary)))
    }
  }
}
