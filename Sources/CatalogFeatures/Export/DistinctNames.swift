/// Gives names that are all different: a name that is taken gets a number.
package struct DistinctNames {
  private let separator: String
  private var taken: Set<String>
  /// By name, the number that was last put behind it.
  private var numbers: [String: Int] = [:]

  /// - Parameter separator: stands between a name and its number
  package init(taken: some Sequence<String> = [], separator: String) {
    self.taken = Set(taken)
    self.separator = separator
  }

  /// A name that no other has: the name itself, else the first of `name 2`, `name 3`…
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
