import TableSyntax

/// Which pipes a row has around its cells.
package struct OuterPipes: Sendable, Equatable {
  /// Before the first cell.
  package var leading: Bool
  /// After the last cell.
  package var trailing: Bool

  /// A pipe at both ends.
  package static let both = OuterPipes(leading: true, trailing: true)

  init(leading: Bool, trailing: Bool) {
    self.leading = leading
    self.trailing = trailing
  }

  /// The pipes of a row.
  package init(_ row: Row, _ line: Span<UInt8>) {
    leading = row.hasOpeningPipe(line)
    trailing = row.hasClosingPipe
  }

  /// The pipes that a row of a table with these pipes should have; it keeps those that it needs.
  func wanted(by row: Row, _ line: Span<UInt8>) -> OuterPipes {
    OuterPipes(
      leading: leading || row.hasOpeningPipe(line) && row.needsOpeningPipe(line),
      trailing: trailing || row.hasClosingPipe && row.needsClosingPipe(line))
  }
}

extension Row {
  /// Whether the row stays as it is whatever its table's style: a pipe before it would swallow
  /// white space, it is a line without any pipe, or its pipes are in code, formulas, wikilinks or
  /// URLs.
  package func staysAsItIs(_ line: Span<UInt8>, columnCount: Int) -> Bool {
    if RowSplitter.startsWithBlank(line, from: contentOffset) { return true }
    if cellCount == 1, !hasClosingPipe, !hasOpeningPipe(line) { return true }
    return EnclosedPipes.mayBe(in: line, self, columnCount: columnCount)
      && !EnclosedPipes(line, self, columnCount: columnCount).pipes.isEmpty
  }

  /// Whether the first cell, without a pipe before it, would begin a list item, a heading or HTML
  /// with a space after its text.
  func beginsBlockIfPadded(_ line: Span<UInt8>) -> Bool {
    guard let cell = cells.first?.range, !hasOpeningPipe(line) else { return false }
    let text = line.withoutBlanks(cell)
    guard let first = text.first, text.upperBound == cell.upperBound else { return false }
    let last = line[text.upperBound - 1]
    switch line[first] {
    case UInt8(ascii: "<"): return true
    case UInt8(ascii: "#"): return text.allSatisfy { line[$0] == UInt8(ascii: "#") }
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): return text.count == 1
    default:
      return (last == UInt8(ascii: ".") || last == UInt8(ascii: ")"))
        && text.dropLast().allSatisfy { line[$0].isDigit }
    }
  }

  /// Whether the line could mean something else without its first pipe: only a word that is no
  /// list marker certainly does not.
  fileprivate func needsOpeningPipe(_ line: Span<UInt8>) -> Bool {
    guard cellCount > 1, let cell = cells.first?.range else { return true }
    let text = line.withoutBlanks(cell)
    guard let first = text.first, line[first].isLetter else { return true }
    let end = text.first { !line[$0].isLetter } ?? text.upperBound
    return end < text.upperBound
      && (line[end] == UInt8(ascii: ".") || line[end] == UInt8(ascii: ")"))
  }

  /// Whether the row could lose its last cell, or its end, without its last pipe.
  fileprivate func needsClosingPipe(_ line: Span<UInt8>) -> Bool {
    guard cellCount > 1, let cell = cells.last?.range else { return true }
    let text = line.withoutBlanks(cell)
    return text.isEmpty || line[text.upperBound - 1] == UInt8(ascii: "\\")
  }
}

extension UInt8 {
  /// An ASCII letter or a byte of a longer character.
  fileprivate var isLetter: Bool {
    self >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
