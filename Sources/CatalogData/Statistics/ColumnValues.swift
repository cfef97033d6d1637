import CatalogModel
import CatalogSchema

/// The distinct values of a vocabulary column, numbered.
package struct ColumnValues: Sendable {
  /// Index of the column in its table.
  package let column: Int
  /// The vocabulary's name.
  package let vocabulary: String
  /// The values by number: preferred labels of terms, source text of other values.
  package private(set) var labels: [String] = []
  /// Whether a value is a term, by number.
  package private(set) var isTerm: [Bool] = []

  private let planned: PlannedColumn
  private var numbersOfTerms: [TermID: Int] = [:]
  private var numbersOfOthers: [String: Int] = [:]
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
    for term in reading.terms {
      let number = number(ofTerm: term)
      if !numbers.contains(number) { numbers.append(number) }
    }
    for item in reading.unknown {
      let number = number(ofOther: line.string(item))
      if !numbers.contains(number) { numbers.append(number) }
    }
    memo[text] = numbers
    return numbers
  }

  private mutating func number(ofTerm term: TermID) -> Int {
    if let known = numbersOfTerms[term] { return known }
    let number = add(planned.vocabulary?[term].prefLabel ?? "", isTerm: true)
    numbersOfTerms[term] = number
    return number
  }

  private mutating func number(ofOther label: String) -> Int {
    if let known = numbersOfOthers[label] { return known }
    let number = add(label, isTerm: false)
    numbersOfOthers[label] = number
    return number
  }

  private mutating func add(_ label: String, isTerm: Bool) -> Int {
    labels.append(label)
    self.isTerm.append(isTerm)
    return labels.count - 1
  }
}
