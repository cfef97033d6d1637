package import CatalogModel
import CatalogSchema

/// Counts of a table's filled cells, values, and pairs of values.
package struct TableStatistics: Sendable {
  /// A value, and the number of rows that have it.
  package struct ValueCount: Sendable, Equatable {
    /// The preferred label of a term, or the text of another value.
    package var value: String
    /// Rows that have it.
    package var rowCount: Int
  }

  /// A column of the table.
  package struct ColumnStatistics: Sendable {
    /// The header as written.
    package var header: String
    /// Rows that fill the column.
    package var filledRowCount = 0
    /// What its numbers lie between, in a column of numbers.
    package var numbers: NumberSummary?
    /// The vocabulary's name; nil for a column of text or numbers.
    package var vocabulary: String?
    /// The terms in use, the most frequent first.
    package var terms: [ValueCount] = []
    /// The other values, the most frequent first.
    package var others: [ValueCount] = []
  }

  /// Two vocabulary columns and the pairs of terms that share rows.
  package struct PairStatistics: Sendable {
    /// Two values, and the number of rows that have both.
    package struct Pair: Sendable, Equatable {
      /// The value in the first column.
      package var first: String
      /// The value in the second.
      package var second: String
      /// Rows that have both.
      package var rowCount: Int
    }

    /// Index of the first column.
    package var first: Int
    /// Index of the second.
    package var second: Int
    /// The pairs of terms, the most frequent first.
    package var pairs: [Pair]
  }

  /// 0-based lines of the tables' headers.
  package let headerLines: [Int]
  /// The schema's name; nil without a schema.
  package let schema: String?
  /// Whether the vocabularies were learned from the table's rows.
  package let isLearned: Bool
  /// Body rows.
  package let rowCount: Int
  /// The columns, in order.
  package private(set) var columns: [ColumnStatistics]
  /// All pairs of vocabulary columns, in the schema's order.
  package private(set) var pairs: [PairStatistics] = []

  /// Counts tables with the same headers, at least one.
  ///
  /// - Complexity: O(bytes of the tables + rows × columns²)
  package init(of tables: [CatalogTable], in catalog: Catalog) {
    var values = TableValues(of: tables, in: catalog)
    headerLines = tables.map(\.headerLine)
    schema = values.plan.schema?.name
    isLearned = values.isLearned
    rowCount = tables.reduce(0) { $0 + $1.rowCount }
    columns = values.plan.columns.map { ColumnStatistics(header: $0.header) }
    var counter = ValueCounter(vocabularyCount: values.columns.count)
    var quantities = Array(repeating: [Double](), count: columns.count)
    values.forEachRow { row, _ in
      for (column, isFilled) in row.isFilled.enumerated() where isFilled {
        columns[column].filledRowCount += 1
        if let quantity = row.quantities[column] { quantities[column].append(quantity) }
      }
      counter.add(row.numbers)
    }
    for column in columns.indices {
      columns[column].numbers = NumberSummary(
        quantities[column], valueCount: columns[column].filledRowCount)
    }
    for (index, column) in values.columns.enumerated()
    where !isLearned || columns[column.column].numbers == nil {
      columns[column.column].vocabulary = column.vocabulary
      columns[column.column].terms = counter.counts(of: index, column, ofTerms: true)
      columns[column.column].others = counter.counts(of: index, column, ofTerms: false)
    }
    pairs = counter.pairs(values).filter {
      columns[$0.first].vocabulary != nil && columns[$0.second].vocabulary != nil
    }
  }
}

/// Counts values and pairs of values by their numbers.
private struct ValueCounter {
  private struct Key: Hashable {
    var first: Int
    var second: Int
  }

  private var counts: [[Int]]
  /// Index: first vocabulary column × column count + second.
  private var pairCounts: [[Key: Int]]

  init(vocabularyCount: Int) {
    counts = Array(repeating: [], count: vocabularyCount)
    pairCounts = Array(repeating: [:], count: vocabularyCount * vocabularyCount)
  }

  mutating func add(_ row: [[Int]]) {
    for (place, numbers) in row.enumerated() {
      for number in numbers {
        while counts[place].count <= number { counts[place].append(0) }
        counts[place][number] += 1
        for other in place + 1..<max(place + 1, row.count) {
          for otherNumber in row[other] {
            let key = Key(first: number, second: otherNumber)
            pairCounts[place * counts.count + other][key, default: 0] += 1
          }
        }
      }
    }
  }

  /// The row counts of a column's values, the most frequent first, then in order of occurrence.
  func counts(
    of place: Int, _ column: ColumnValues, ofTerms: Bool
  ) -> [TableStatistics.ValueCount] {
    let numbers = counts[place].indices.filter { column.values[$0].isTerm == ofTerms }
    let order = numbers.sorted { (counts[place][$1], $0) < (counts[place][$0], $1) }
    return order.map {
      TableStatistics.ValueCount(value: column.values[$0].label, rowCount: counts[place][$0])
    }
  }

  /// All pairs of columns, in the schema's order.
  func pairs(_ values: TableValues) -> [TableStatistics.PairStatistics] {
    let places = values.placesInSchemaOrder
    return places.indices.flatMap { index in
      places[(index + 1)...].map { pair(min(places[index], $0), max(places[index], $0), values) }
    }
  }

  /// The pairs of terms of two columns in table order.
  private func pair(
    _ first: Int, _ second: Int, _ values: TableValues
  ) -> TableStatistics.PairStatistics {
    let one = values.columns[first]
    let other = values.columns[second]
    let known = pairCounts[first * counts.count + second].filter {
      one.values[$0.key.first].isTerm && other.values[$0.key.second].isTerm
    }
    let order = known.sorted {
      ($1.value, $0.key.first, $0.key.second) < ($0.value, $1.key.first, $1.key.second)
    }
    return TableStatistics.PairStatistics(
      first: one.column, second: other.column,
      pairs: order.map {
        TableStatistics.PairStatistics.Pair(
          first: one.values[$0.key.first].label, second: other.values[$0.key.second].label,
          rowCount: $0.value)
      })
  }
}

extension TableValues {
  /// The indices of the vocabulary columns in the schema's order.
  fileprivate var placesInSchemaOrder: [Int] {
    let names = plan.schema?.columns.map(\.name) ?? []
    func rank(_ place: Int) -> Int {
      let name = plan.columns[columns[place].column].column?.name
      return name.flatMap { names.firstIndex(of: $0) } ?? names.count
    }
    return columns.indices.sorted { (rank($0), $0) < (rank($1), $1) }
  }
}
