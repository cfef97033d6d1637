import CatalogModel
import CatalogSchema

/// What the numbers of a column lie between.
package struct NumberSummary: Sendable, Equatable {
  /// Percentage of the values that are numbers in a column of numbers, at least.
  private static let shareMin = 95
  /// Numbers of a column of numbers, at least.
  private static let countMin = 3
  /// Bytes of a number, at most.
  private static let byteCountMax = 32
  private static let type = ValueType.number(.grouped)

  /// How many values are numbers.
  package let count: Int
  /// The least number.
  package let minimum: Double
  /// The number in the middle; the mean of the two in the middle of an even count.
  package let median: Double
  /// The greatest number.
  package let maximum: Double

  /// The summary of a column; nil if too few of its values are numbers.
  ///
  /// - Complexity: O(n log n)
  init?(_ numbers: [Double], valueCount: Int) {
    guard numbers.count >= Self.countMin, numbers.count * 100 >= valueCount * Self.shareMin else {
      return nil
    }
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    count = sorted.count
    minimum = sorted[0]
    median = sorted.count % 2 == 1 ? sorted[middle] : sorted[middle - 1] / 2 + sorted[middle] / 2
    maximum = sorted[sorted.count - 1]
  }

  /// The number that a value is, with commas between groups of three digits or without.
  static func number(_ line: Span<UInt8>, _ value: Range<Int>) -> Double? {
    if value.count > byteCountMax { return nil }
    let text = line.string(value)
    let groups = text.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
    let isGrouped = groups.allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
    return isGrouped ? type.number(text) : nil
  }

  /// A number for people and JSON: without a fraction if it is a whole number.
  package static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
