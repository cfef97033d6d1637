/// Distance by insertion, deletion, substitution and transposition of neighbours.
enum EditDistance {
  /// The distance between two texts, nil where it is above 2.
  ///
  /// Computes only the five diagonals that two edits can reach.
  ///
  /// - Complexity: O(letters)
  static func upToTwo(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int? {
    guard abs(left.count - right.count) <= 2 else { return nil }
    // A band's lane d holds the distance of `left[..<i]` and `right[..<(i + d - 2)]`, and lanes at
    // its ends more than any distance that counts.
    var beforeLast = Band(repeating: tooFar)
    var last = Band(repeating: tooFar)
    for lane in 2..<5 { last[lane] = UInt8(truncatingIfNeeded: lane - 2) }
    for i in left.indices {
      var row = Band(repeating: tooFar)
      for lane in 0..<5 {
        let j = i + lane - 2
        if j == -1 { row[lane] = UInt8(truncatingIfNeeded: i + 1) }
        guard right.indices.contains(j) else { continue }
        var cost = last[lane] + (left[i] == right[j] ? 0 : 1)
        cost = min(cost, last[lane + 1] + 1, lane > 0 ? row[lane - 1] + 1 : tooFar)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[lane] + 1)
        }
        row[lane] = min(cost, tooFar)
      }
      if row.min() > 2 { return nil }
      beforeLast = last
      last = row
    }
    let distance = Int(last[right.count - left.count + 2])
    return distance <= 2 ? distance : nil
  }

  private typealias Band = SIMD8<UInt8>
  private static let tooFar: UInt8 = 9
}
