import CatalogSchema
import TableSyntax

/// What nearly all cells of a pool's column have in common.
struct ColumnHabits: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Nearly all rows fill the column, so an empty cell is noted.
  static let filled = ColumnHabits(rawValue: 1)
  /// Most rows fill the column, so a row that ends before it is noted.
  static let mostlyFilled = ColumnHabits(rawValue: 2)
  /// Nearly all of many values are links, so one without is noted.
  static let linked = ColumnHabits(rawValue: 4)
  /// Nearly all values are links, numbers or words, or none is a link: enough to say that a short
  /// row has a value under the wrong header.
  static let links = ColumnHabits(rawValue: 8)
  static let numbers = ColumnHabits(rawValue: 16)
  static let words = ColumnHabits(rawValue: 32)
  static let noLinks = ColumnHabits(rawValue: 64)
  /// Nearly all of many values are repeated.
  static let repeated = ColumnHabits(rawValue: 128)
  /// Some cell is blank, or some value no link.
  static let hasBlanks = ColumnHabits(rawValue: 256)
  static let hasUnlinked = ColumnHabits(rawValue: 512)

  /// Rows or values below which nothing is noted.
  private static let notedCountMin = 20
  private static let shortCountMin = 10
  /// Values below which nothing is said of short rows.
  private static let kindCountMin = 5

  /// The habits of a column with some cells of a number of rows.
  init(_ column: CellTally.Column, _ terms: LearnedColumn, rowCount: Int) {
    self = []
    func note(_ habit: ColumnHabits, _ count: Int, of whole: Int, percent: Int, least: Int) {
      if whole >= least, count * 100 >= whole * percent { insert(habit) }
    }
    let filled = rowCount - column.blankCount
    note(.filled, filled, of: rowCount, percent: 95, least: Self.notedCountMin)
    note(.mostlyFilled, filled, of: rowCount, percent: 90, least: Self.shortCountMin)
    let (values, links) = (column.valueCount, column.linkCount)
    note(.linked, links, of: values, percent: 95, least: Self.notedCountMin)
    note(.links, links, of: values, percent: 95, least: Self.kindCountMin)
    note(.noLinks, values - links, of: values, percent: 95, least: Self.kindCountMin)
    note(.numbers, column.numberCount, of: values, percent: 95, least: Self.kindCountMin)
    note(.words, column.wordsCount, of: values, percent: 95, least: Self.kindCountMin)
    note(
      .repeated, terms.repeatedValueCount, of: terms.valueCount, percent: 95,
      least: Self.notedCountMin)
    if column.blankCount > 0 { insert(.hasBlanks) }
    if links < values { insert(.hasUnlinked) }
  }

  /// Whether some value may lack a link that nearly all others have.
  var mayLackLinks: Bool { isSuperset(of: [.linked, .hasUnlinked]) }

  /// Whether the column takes a kind of value, as far as it is known.
  func takes(_ kind: CellKind) -> Bool {
    switch kind {
    case .blank, .placeholder: true
    case .link: isDisjoint(with: [.noLinks, .numbers, .words])
    case .number: isDisjoint(with: [.links, .words])
    case .words: isDisjoint(with: [.links, .numbers])
    case .other: !contains(.links)
    }
  }
}

/// The habits of a pool's columns.
struct PoolHabits: Sendable, Equatable {
  private(set) var columns: [ColumnHabits] = []
  /// What separates the links of nearly all lists in each column, if some have another separator.
  private(set) var separators: [LinkSeparator?] = []
  private(set) var hasShortRows = false

  /// No habits.
  init() {}

  /// The habits that the rows of a pool show.
  init(_ cells: CellTally, _ columns: [LearnedColumn]) {
    self.columns = zip(cells.columns, columns).map {
      ColumnHabits($0, $1, rowCount: cells.rowCount)
    }
    separators = cells.columns.map(\.lists.usual)
    hasShortRows = cells.shortRowCount > 0
  }

  /// Leaves it to the schema to report empty cells of a column, and rows that end before it.
  mutating func leave(_ column: Int, andShortRowsBefore isDemanded: Bool) {
    columns[column].remove(.filled)
    if !isDemanded { return }
    for earlier in 0...column { columns[earlier].remove(.mostlyFilled) }
  }

  /// Whether some row may differ from the others.
  var mayFind: Bool {
    separators.contains { $0 != nil }
      || columns.contains {
        $0.isSuperset(of: [.filled, .hasBlanks]) || $0.mayLackLinks
          || hasShortRows
            && !$0.isDisjoint(with: [.mostlyFilled, .links, .numbers, .words, .noLinks])
      }
  }

  /// Hash of the habits by which rows may differ, 0 for none.
  var digest: UInt64 {
    if !mayFind { return 0 }
    return zip(columns, separators).reduce(hasShortRows ? 2 : 1) {
      let part = UInt64($1.0.rawValue) | UInt64(($1.1?.rawValue ?? 31)) &<< 16
      var digest = ($0 ^ part) &* 0xD6E8_FEB8_6659_FD93
      digest ^= digest >> 31
      return digest
    }
  }
}
