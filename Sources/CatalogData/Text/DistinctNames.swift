/// Makes names unique by appending numbers.
package struct DistinctNames {
  private let separator: String
  private var taken: Set<String>
  /// By name, the last number appended to it.
  private var numbers: [String: Int] = [:]

  /// - Parameter separator: between a name and its number
  package init(taken: some Sequence<String> = [], separator: String) {
    self.taken = Set(taken)
    self.separator = separator
  }

  /// A unique name: the name itself, else the first free one of `name 2`, `name 3`…
  ///
  /// - Complexity: O(1) on average
  package mutating func distinct(_ name: String) -> String {
    var distinct = name
    while !taken.insert(distinct).inserted {
      let number = numbers[name, default: 1] + 1
      numbers[name] = number
      distinct = name + separator + String(number)
    }
    return distinct
  }
}
