import CatalogSchema
import LineStore
import TableSyntax

/// Which column of a table without a schema holds the rows' names: the first one whose texts or
/// links are mostly distinct.
struct KeyColumn {
  /// Rows that decide, the first ones of a table: an edit elsewhere changes no key.
  static let rowCountMax = 100

  /// The names of each column, by their fingerprints.
  private var names: [Set<UInt64>]
  /// Cells of each column that hold a name.
  private var counts: [Int]
  private var rowCount = 0
  private let missingValues: MissingValues

  private init(columnCount: Int, _ missingValues: MissingValues) {
    self.missingValues = missingValues
    names = Array(repeating: [], count: columnCount)
    counts = Array(repeating: 0, count: columnCount)
  }

  /// The key column of a table; nil where no column has names that are mostly distinct.
  ///
  /// - Complexity: O(bytes of the first rows)
  static func find(
    in span: TableSpan, columnCount: Int, _ text: LineText, _ missingValues: MissingValues
  ) -> Int? {
    var key = KeyColumn(columnCount: columnCount, missingValues)
    var row = Row()
    for line in Self.lines(of: span) {
      text.withLine(line) { bytes, _ in
        row.read(bytes, from: min(span.header.contentOffset, bytes.count))
        if row.cellCount == columnCount { key.add(bytes, row) }
      }
    }
    return (0..<columnCount).first(where: key.isKey)
  }

  /// The lines that decide which column is the key.
  static func lines(of span: TableSpan) -> Range<Int> {
    let first = span.headerLine + 2
    return first..<max(first, min(span.endLine, first + rowCountMax))
  }

  private mutating func add(_ line: Span<UInt8>, _ row: Row) {
    rowCount += 1
    var name = SortName()
    for (column, cell) in row.cells.enumerated()
    where Self.mayBeName(line, cell.value) && !missingValues.contains(line, cell.value) {
      name.read(line, RowName(line, value: cell.value).text)
      let fingerprint = Fingerprint.ofName(name)
      if fingerprint == 0 { continue }
      counts[column] += 1
      names[column].insert(fingerprint)
    }
  }

  /// Whether a value has two letters in a row, as names do and numbers and marks do not.
  private static func mayBeName(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.dropLast().contains { isLetter(line[$0]) && isLetter(line[$0 + 1]) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isLetter || byte >= 0x80 }

  /// Whether half of the rows have a name in a column, and three quarters of the names differ.
  private func isKey(_ column: Int) -> Bool {
    counts[column] > 0 && counts[column] * 2 >= rowCount
      && names[column].count * 4 >= counts[column] * 3
  }
}
