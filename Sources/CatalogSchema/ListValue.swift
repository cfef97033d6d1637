/// The items of a list cell.
package enum ListValue {
  /// The ranges between delimiters, without blanks at their ends; empty items are kept.
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, separator: [UInt8]
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    forEachPart(line, value, separator: separator) { items.append(trim(line, $0)) }
    return items
  }

  /// What stands between the separators around a place, with its blanks; the end of a separator
  /// that the place is in the middle of counts as text.
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

  /// Calls `body` with what stands between separators; once where there is none.
  private static func forEachPart(
    _ line: Span<UInt8>, _ value: Range<Int>, separator: [UInt8], _ body: (Range<Int>) -> Void
  ) {
    guard let first = separator.first else { return body(value) }
    var start = value.lowerBound
    var index = start
    while index < value.upperBound {
      if line[index] == first, stands(separator, line, at: index, before: value.upperBound) {
        body(start..<index)
        index += separator.count
        start = index
      } else {
        index += 1
      }
    }
    body(start..<value.upperBound)
  }

  private static func stands(
    _ separator: [UInt8], _ line: Span<UInt8>, at start: Int, before end: Int
  ) -> Bool {
    guard start + separator.count <= end else { return false }
    return separator.indices.allSatisfy { line[start + $0] == separator[$0] }
  }

  /// The items of a value of a vocabulary: a label that holds the separator itself stays whole.
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

  /// The known pieces of an item that is no term itself but falls apart into terms at `;` `/` `&`
  /// `+` `,` or the word *and*; nil where it does not. Empty pieces are left out, so an item of
  /// separators alone has none. The fewest pieces win, then the longest first.
  ///
  /// `isFirst` says whether the item begins the list: behind another one, *and* may begin it.
  ///
  /// - Complexity: O(value × separators of a label)
  package static func pieces(
    _ line: Span<UInt8>, _ item: Range<Int>, isFirst: Bool, in vocabulary: Vocabulary
  ) -> [Range<Int>]? {
    let separators = Separators.find(line, item, mayBeginWithAnd: !isFirst)
    if separators.isEmpty { return nil }
    return Separation(line, item, separators, vocabulary).pieces
  }

  static func trim(_ line: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, line[start] == 0x20 || line[start] == 0x09 { start += 1 }
    while end > start, line[end - 1] == 0x20 || line[end - 1] == 0x09 { end -= 1 }
    return start..<end
  }
}

/// What may stand between the pieces of an item.
enum Separators {
  /// The separators of an item, in order.
  static func find(
    _ line: Span<UInt8>, _ item: Range<Int>, mayBeginWithAnd: Bool
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = item.lowerBound
    if mayBeginWithAnd, isAnd(line, index, item.upperBound) {
      found.append(index..<index + 4)
      index += 4
    }
    while index < item.upperBound {
      if isSign(line[index]) {
        found.append(index..<index + 1)
      } else if line[index] == 0x20, isAnd(line, index + 1, item.upperBound) {
        found.append(index..<index + 5)
        index += 3
      }
      index += 1
    }
    return found
  }

  static func isSign(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "/"), UInt8(ascii: "&"),
      UInt8(ascii: "+"):
      true
    default: false
    }
  }

  /// Whether *and* and a blank stand at a place.
  private static func isAnd(_ line: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 4 <= end else { return false }
    return line[index] | 0x20 == UInt8(ascii: "a") && line[index + 1] | 0x20 == UInt8(ascii: "n")
      && line[index + 2] | 0x20 == UInt8(ascii: "d") && line[index + 3] == 0x20
  }
}

/// The best way of taking an item apart, found from its end.
private struct Separation {
  /// The pieces, nil where some part of the item is no term.
  private(set) var pieces: [Range<Int>]?

  /// A way on from a part of the item: the number of pieces, and where the next one begins.
  private struct Way {
    var pieceCount: Int
    var piece: Range<Int>
    var next: Int
  }

  init(
    _ line: Span<UInt8>, _ item: Range<Int>, _ separators: [Range<Int>], _ vocabulary: Vocabulary
  ) {
    let starts = [item.lowerBound] + separators.map(\.upperBound)
    let ends = separators.map(\.lowerBound) + [item.upperBound]
    let end = Way(pieceCount: 0, piece: 0..<0, next: starts.count)
    var ways: [Way?] = Array(repeating: nil, count: starts.count) + [end]
    for start in starts.indices.reversed() {
      let last = min(ends.count - 1, start + vocabulary.separatorCountMax)
      for end in (start...last).reversed() {
        guard let rest = ways[end + 1] else { continue }
        let piece = ListValue.trim(line, starts[start]..<max(starts[start], ends[end]))
        let isGap = piece.isEmpty && end == start
        guard isGap || vocabulary.matchLabel(line, piece).known != nil else { continue }
        let count = rest.pieceCount + (isGap ? 0 : 1)
        if count < ways[start]?.pieceCount ?? .max {
          ways[start] = Way(pieceCount: count, piece: piece, next: end + 1)
        }
      }
    }
    pieces = Self.follow(ways)
  }

  private static func follow(_ ways: [Way?]) -> [Range<Int>]? {
    var pieces: [Range<Int>] = []
    var index = 0
    while index < ways.count - 1 {
      guard let way = ways[index] else { return nil }
      if !way.piece.isEmpty { pieces.append(way.piece) }
      index = way.next
    }
    return pieces
  }
}
