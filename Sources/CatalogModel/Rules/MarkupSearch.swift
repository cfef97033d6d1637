import TableSyntax

/// Searches a cell for broken markup of all kinds.
enum MarkupSearch {
  /// The mistakes of a cell of a row.
  ///
  /// - Complexity: O(cell)
  static func mistakes(
    _ line: Span<UInt8>, _ cell: Range<Int>, index: Int, of row: Row
  ) -> [MarkupMistakes.Mistake] {
    let marks = MarkupMarks(line, cell)
    if marks.isEmpty { return [] }
    var mistakes = MarkupMistakes(line, cell, index: index, of: row)
    if marks.contains(.code) { mistakes.readCode(line) }
    if marks.contains(.emphasis) { mistakes.readEmphasis(line) }
    if marks.contains(.underscore) { mistakes.readUnderscores(line) }
    if marks.contains(.tag) { mistakes.readTags(line) }
    if marks.contains(.reference) { mistakes.readReferences(line) }
    if marks.contains(.replacement) { mistakes.readReplacements(line) }
    if !marks.isDisjoint(with: [.bracket, .parenthesis]) { mistakes.readPairs(line) }
    return mistakes.found
  }
}
