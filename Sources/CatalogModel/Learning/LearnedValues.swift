import CatalogSchema
import LineStore
import TableSyntax

/// Reads cells of tables without a schema for the values that they may repeat.
enum LearnedValues {
  /// Values of a list, at most.
  private static let countMax = 12

  /// The values of a cell, in bytes of the line: the text between commas and semicolons, other than
  /// in brackets, quotes or code; none where the cell holds a link, a number, or text that is too
  /// long to be a term.
  static func of(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var values: [Range<Int>] = []
    return forEach(line, value) { values.append($0) } == nil ? values : []
  }

  /// Calls `body` with the values of a cell; where it turns out that the cell has none, whatever
  /// `body` was called with, returns an index before which there is no link.
  @inline(__always)
  static func forEach(
    _ line: Span<UInt8>, _ value: Range<Int>, _ body: (Range<Int>) -> Void
  ) -> Int? {
    if value.count > LearnedPlan.valueByteCountMax * countMax { return value.lowerBound }
    var count = 0
    var start = value.lowerBound
    var next = value.lowerBound
    var groups: ArraySlice<Range<Int>>?
    while next <= value.upperBound {
      let index = line.firstIndex(in: next..<value.upperBound) {
        endsLink($0) | ByteMask.equal($0, UInt8(ascii: ",")) | ByteMask.equal($0, UInt8(ascii: ";"))
      }
      next = index + 1
      if index < value.upperBound, line[index] != UInt8(ascii: ","),
        line[index] != UInt8(ascii: ";")
      {
        if isLink(line, at: index) { return index }
        continue
      }
      if index < value.upperBound, isGrouped(line, index, value, &groups) { continue }
      let item = RowSplitter.trimmed(start..<index, in: line)
      start = index + 1
      if item.isEmpty { continue }
      if item.count > LearnedPlan.valueByteCountMax || count == countMax || !hasLetter(line, item) {
        return index
      }
      count += 1
      body(item)
    }
    return nil
  }

  /// Whether a comma or semicolon is in brackets, quotes or code; reads the groups of a value once.
  private static func isGrouped(
    _ line: Span<UInt8>, _ index: Int, _ value: Range<Int>, _ groups: inout ArraySlice<Range<Int>>?
  ) -> Bool {
    var rest = groups ?? (mayHoldGroup(line, value) ? ListGroups(line, value).ranges[...] : [])
    while let group = rest.first, group.upperBound <= index { rest.removeFirst() }
    groups = rest
    return rest.first?.contains(index) == true
  }

  private static func mayHoldGroup(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    line.firstIndex(in: value) {
      ByteMask.equal($0, UInt8(ascii: "(")) | ByteMask.equal($0, UInt8(ascii: "["))
        | ByteMask.equal($0, UInt8(ascii: "{")) | ByteMask.equal($0, UInt8(ascii: "\""))
        | ByteMask.equal($0, UInt8(ascii: "`")) | ByteMask.equal($0, 0xE2)
    } < value.upperBound
  }

  private static func hasLetter(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    value.contains { line[$0].isLetter || line[$0] >= 0x80 }
  }

  /// Whether a cell holds a link or a URL.
  static func hasLink(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    var index = line.firstIndex(in: value, where: endsLink)
    while index < value.upperBound {
      if isLink(line, at: index) { return true }
      index = line.firstIndex(in: index + 1..<value.upperBound, where: endsLink)
    }
    return false
  }

  @inline(__always)
  private static func endsLink(_ word: UInt64) -> UInt64 {
    ByteMask.equal(word, UInt8(ascii: "]")) | ByteMask.equal(word, UInt8(ascii: ":"))
  }

  private static func isLink(_ line: Span<UInt8>, at index: Int) -> Bool {
    line.hasPrefix("](", at: index) || line.hasPrefix("://", at: index)
  }
}
