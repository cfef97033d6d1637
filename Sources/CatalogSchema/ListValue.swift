/// The items of a list cell.
package enum ListValue {
  /// The ranges between delimiters, without blanks at their ends; empty items are kept.
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, delimiter: UInt8
  ) -> [Range<Int>] {
    var items: [Range<Int>] = []
    var start = value.lowerBound
    for index in value where line[index] == delimiter {
      items.append(trim(line, start..<index))
      start = index + 1
    }
    items.append(trim(line, start..<value.upperBound))
    return items
  }

  /// The items of a value of a vocabulary: a label that holds the delimiter itself stays whole.
  ///
  /// - Complexity: O(value × delimiters of a label)
  package static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, delimiter: UInt8, of vocabulary: Vocabulary
  ) -> [Range<Int>] {
    let parts = items(line, value, delimiter: delimiter)
    guard parts.count > 1, vocabulary.count(ofSeparator: delimiter) > 0 else { return parts }
    var items: [Range<Int>] = []
    var index = 0
    while index < parts.count {
      let last = min(parts.count - 1, index + vocabulary.count(ofSeparator: delimiter))
      let end = (index...last).last { end in
        let whole = parts[index].lowerBound..<max(parts[index].lowerBound, parts[end].upperBound)
        return end > index && vocabulary.matchLabel(line, whole).known != nil
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
