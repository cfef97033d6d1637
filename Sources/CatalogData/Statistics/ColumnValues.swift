import CatalogModel
import CatalogSchema

/// The distinct values of a vocabulary column, numbered.
package struct ColumnValues: Sendable {
  /// Index of the column in its table.
  package let column: Int
  /// The vocabulary's name.
  package let vocabulary: String
  /// The values by number: preferred labels of terms, source text of other values.
  package private(set) var values: [(label: String, isTerm: Bool)] = []

  /// A value: a term, or another text.
  private enum Value: Hashable {
    case term(TermID)
    case other(String)
  }

  private let planned: PlannedColumn
  private var knownNumbers: [Value: Int] = [:]
  private var memo: [[UInt8]: [Int]] = [:]

  init?(_ planned: PlannedColumn, column: Int) {
    guard let vocabulary = planned.vocabulary else { return nil }
    self.column = column
    self.vocabulary = vocabulary.name
    self.planned = planned
  }

  /// The numbers of a cell's values, each once.
  ///
  /// - Complexity: O(value) for a text already read
  mutating func numbers(_ line: Span<UInt8>, _ value: Range<Int>) -> [Int] {
    let text = line.array(value)
    if let known = memo[text] { return known }
    let reading = planned.reading(line, value)
    var numbers: [Int] = []
    for value in reading.terms.map(Value.term) + reading.unknown.map({ .other(line.string($0)) }) {
      let number = number(of: value)
      if !numbers.contains(number) { numbers.append(number) }
    }
    memo[text] = numbers
    return numbers
  }

  private mutating func number(of value: Value) -> Int {
    if let known = knownNumbers[value] { return known }
    knownNumbers[value] = values.count
    switch value {
    case .term(let term): values.append((planned.vocabulary?[term].prefLabel ?? "", true))
    case .other(let label): values.append((label, false))
    }
    return values.count - 1
  }
}
