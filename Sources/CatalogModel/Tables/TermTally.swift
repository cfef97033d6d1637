package import CatalogSchema

/// How often a table's rows use each term, and which terms go together.
package struct TermTally: Sendable, Equatable {
  /// A term of a column.
  package struct Use: Sendable, Hashable {
    /// Index of the column in its table.
    package var column: Int
    /// The term.
    package var term: TermID

    /// A term of a column.
    package init(column: Int, term: TermID) {
      self.column = column
      self.term = term
    }
  }

  /// For each column the number of its first term.
  private let firstNumbers: [Int]
  /// Rows by term number.
  private var uses: ContiguousArray<Int32>
  /// Rows by pairs of term numbers, for terms of different columns.
  private var pairs = FingerprintMap<Int32>(placeholder: 0)

  init(plan: TablePlan) {
    firstNumbers = plan.firstTermNumbers
    uses = ContiguousArray(repeating: 0, count: plan.termCount)
  }

  /// The number of a term of a column.
  private func number(_ use: Use) -> Int? {
    guard firstNumbers.indices.contains(use.column) else { return nil }
    let number = firstNumbers[use.column] + use.term.index
    return uses.indices.contains(number) ? number : nil
  }

  private static func pair(_ one: Int, _ other: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: min(one, other) << 32 | max(one, other)) &+ 1
  }

  /// Adds (`count` 1) or subtracts (-1) a row's terms.
  mutating func add(_ count: Int, _ row: RowTerms) {
    let count = Int32(truncatingIfNeeded: count)
    for index in row.items.indices {
      let item = row.items[index]
      uses[item.number] &+= count
      for next in index + 1..<row.items.count where row.items[next].column != item.column {
        add(count, toPair: Self.pair(item.number, row.items[next].number))
      }
    }
  }

  /// Adds what other rows of the table use.
  mutating func add(_ other: TermTally) {
    for number in uses.indices where number < other.uses.count {
      uses[number] &+= other.uses[number]
    }
    other.pairs.forEach { add($1, toPair: $0) }
  }

  private mutating func add(_ count: Int32, toPair pair: UInt64) {
    let before = pairs.exchange(pair) { ($0 ?? 0) &+ count }
    if (before ?? 0) &+ count == 0 { pairs[pair] = nil }
  }

  /// Number of rows that use a term.
  package func rowCount(_ use: Use) -> Int { number(use).map { Int(uses[$0]) } ?? 0 }

  /// Number of rows that use both terms.
  package func rowCount(_ one: Use, with other: Use) -> Int {
    guard let first = number(one), let second = number(other) else { return 0 }
    return Int(pairs[Self.pair(first, second)] ?? 0)
  }

  /// Calls `body` with each pair of terms of different columns that rows use, and how many.
  func forEachPair(_ body: (Use, Use, Int) -> Void) {
    pairs.forEach { pair, count in
      let key = pair &- 1
      body(use(Int(key >> 32)), use(Int(key & 0xFFFF_FFFF)), Int(count))
    }
  }

  /// The term of a number; of columns without terms the last that begins there is meant.
  private func use(_ number: Int) -> Use {
    let column = firstNumbers.lastIndex { $0 <= number } ?? 0
    return Use(column: column, term: TermID(index: number - firstNumbers[column]))
  }
}

/// The terms that a row uses, each once, with their columns.
struct RowTerms: Sendable {
  /// A term by its number, and its column.
  struct Item: Sendable {
    var number: Int
    var column: Int
  }

  private(set) var items: ContiguousArray<Item> = []

  /// Forgets all and keeps the memory.
  mutating func removeAll() { items.removeAll(keepingCapacity: true) }

  /// Adds a term by its number, unless it is there.
  mutating func add(_ number: Int, ofColumn column: Int) {
    for item in items where item.number == number { return }
    items.append(Item(number: number, column: column))
  }
}
