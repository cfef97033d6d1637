import TableSyntax

/// The order of names in a sorted table: small letters, runs of digits by value, other characters
/// by code point.
package enum NameOrder {
  /// Rows below which a table shows no order.
  private static let rowCountMin = 10

  /// Whether rows with a number of neighbouring pairs out of order count as sorted: at most one
  /// pair in ten, and of more than two pairs one in eleven.
  package static func isMostlyKept(inversionCount: Int, rowCount: Int) -> Bool {
    rowCount >= rowCountMin
      && inversionCount * (inversionCount > 2 ? 11 : 10) <= rowCount - 1
  }

  /// Whether one name comes before another however people sort: with spaces and punctuation or
  /// without, and by letters that all alphabets order alike. A name and the same with an addition
  /// may be in either order, as `a.md` and `a-b.md` are.
  ///
  /// - Complexity: O(names)
  static func plainlyPrecedes(_ left: SortName, _ right: SortName) -> Bool {
    guard precedes(left, right), !right.adds(to: left) else { return false }
    let (left, right) = (left.lettersAndDigits, right.lettersAndDigits)
    let difference = zip(left.bytes, right.bytes).first { $0 != $1 }
    return difference.map { $0 < 0x80 && $1 < 0x80 } != false && precedes(left, right)
  }

  /// Whether one name, without markup, comes before another.
  ///
  /// - Complexity: O(names)
  package static func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    precedes(SortName(left), SortName(right))
  }

  /// Whether one name comes before another; UTF-8 byte order is code point order.
  ///
  /// - Complexity: O(names)
  package static func precedes(_ left: SortName, _ right: SortName) -> Bool {
    let left = left.bytes
    let right = right.bytes
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      if left[i].isDigit, right[j].isDigit {
        let leftRun = digitRun(left, from: i)
        let rightRun = digitRun(right, from: j)
        if let isLess = compare(left[leftRun], right[rightRun]) { return isLess }
        i = leftRun.upperBound
        j = rightRun.upperBound
        continue
      }
      if left[i] != right[j] { return left[i] < right[j] }
      i += 1
      j += 1
    }
    return left.count - i < right.count - j
  }

  /// The run of digits without leading zeros.
  private static func digitRun(_ name: ContiguousArray<UInt8>, from start: Int) -> Range<Int> {
    var first = start
    while first + 1 < name.count, name[first] == UInt8(ascii: "0"), name[first + 1].isDigit {
      first += 1
    }
    var end = first
    while end < name.count, name[end].isDigit { end += 1 }
    return first..<end
  }

  /// nil where both runs have the same value.
  private static func compare(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool? {
    if left.count != right.count { return left.count < right.count }
    for (a, b) in zip(left, right) where a != b { return a < b }
    return nil
  }
}
