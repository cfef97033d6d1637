/// The items of a list cell.
package enum ListValue {
  /// The ranges between separators, trimmed; empty items are kept.
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, separator: [UInt8]
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    forEachPart(line, value, separator: separator) { items.append(line.trimmed($0)) }
    return items
  }

  /// The untrimmed range between the separators around a place; of a separator that the place is
  /// inside of, the end counts as text.
  package static func part(
    _ line: Span<UInt8>, _ value: Range<Int>, around place: Int, separator: [UInt8]
  ) -> Range<Int> {
    var start = place
    let before = min(value.lowerBound, place)..<place
    forEachPart(line, before, separator: separator) { start = $0.lowerBound }
    var end: Int?
    forEachPart(line, place..<max(place, value.upperBound), separator: separator) {
      end = end ?? $0.upperBound
    }
    return start..<(end ?? place)
  }

  /// Calls `body` with each range between separators outside groups; once without a separator.
  private static func forEachPart(
    _ line: Span<UInt8>, _ value: Range<Int>, separator: [UInt8], _ body: (Range<Int>) -> Void
  ) {
    guard let first = separator.first else { return body(value) }
    var groups: ArraySlice<Range<Int>>? = ListGroups.mayHold(separator) ? [] : nil
    var start = value.lowerBound
    var index = start
    while index < value.upperBound {
      if line[index] == first, has(separator, line, at: index, before: value.upperBound) {
        var rest = groups ?? ListGroups(line, value).ranges[...]
        while let group = rest.first, group.upperBound <= index { rest.removeFirst() }
        groups = rest
        if let group = rest.first, group.contains(index) {
          index = group.upperBound
          continue
        }
        body(start..<index)
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    body(start..<value.upperBound)
  }

  private static func has(
    _ separator: [UInt8], _ line: Span<UInt8>, at start: Int, before end: Int
  ) -> Bool {
    guard start + separator.count <= end else { return false }
    return separator.indices.allSatisfy { line[start + $0] == separator[$0] }
  }

  /// The items of a value of a vocabulary; a label that holds the separator itself stays whole.
  ///
  /// - Complexity: O(value × separators of a label)
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, separator: [UInt8], of vocabulary: Vocabulary
  ) -> [Range<Int>] {
    let parts = items(line, value, separator: separator)
    guard parts.count > 1 else { return parts }
    let countMax = vocabulary.countMax(ofSeparator: separator)
    if countMax == 0 { return parts }
    var items: [Range<Int>] = []
    var index = 0
    while index < parts.count {
      let last = min(parts.count - 1, index + countMax)
      let end = (index...last).last { end in
        let whole = parts[index].lowerBound..<max(parts[index].lowerBound, parts[end].upperBound)
        return end > index && vocabulary.matchLabel(line, whole) != .unknown
      }
      items.append(parts[index].lowerBound..<parts[end ?? index].upperBound)
      index = (end ?? index) + 1
    }
    return items
  }

  /// The terms that an item consists of, split at `;` `/` `&` `+` `,` or the word *and*; nil where
  /// some piece is no term. Empty pieces are left out. The fewest pieces win, then the longest
  /// first.
  ///
  /// `isFirst` says whether the item is the list's first: a later one may begin with *and*.
  ///
  /// - Complexity: O(value × separators of a label)
  package static func pieces(
    _ line: Span<UInt8>, _ item: Range<Int>, isFirst: Bool, in vocabulary: Vocabulary
  ) -> [Range<Int>]? {
    let separators = Separators.find(line, item, mayBeginWithAnd: !isFirst)
    if separators.isEmpty { return nil }
    return Separation(line, item, separators, vocabulary).pieces
  }
}
