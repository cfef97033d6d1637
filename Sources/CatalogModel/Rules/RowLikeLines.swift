import LineStore
import TableSyntax

/// Limits of lines outside tables that may be meant as rows.
enum RowLikeLines {
  /// Lines that are checked together, at most.
  static let countMax = 1_000
  /// Blank lines between the lines of one table, at most.
  static let blankCountMax = 4
  /// Lines above indented lines in which the tab that holds them is searched, at most.
  static let tabLineCountMax = 60
}

/// Lines outside tables that may be meant as rows.
extension Catalog {
  /// Whether a line outside tables has a pipe, or is a delimiter row of other characters.
  func isRowLike(_ line: Int) -> Bool { lineMetadata(line).isRowLike }

  /// Whether a line belongs to the row-like line above it: to the same paragraph or code.
  func continuesRows(_ line: Int) -> Bool {
    let (above, own) = (lineMetadata(line - 1), lineMetadata(line))
    guard above.isRowLike, own.isRowLike else { return false }
    return (above.role == .verbatim) == (own.role == .verbatim) && !isListItem(line)
  }

  /// The row-like lines from one on, up to one more than are checked.
  func rowLikeLines(from line: Int) -> Range<Int> {
    var end = line + 1
    while end - line <= RowLikeLines.countMax, continuesRows(end),
      tableIndex(atLine: end) == nil
    {
      end += 1
    }
    return line..<end
  }

  /// The first of the row-like lines that end with one; nil if they are more than are checked.
  func startOfRows(upTo line: Int) -> Int? {
    var start = line
    while continuesRows(start) {
      start -= 1
      if line - start > RowLikeLines.countMax { return nil }
    }
    return start
  }

  /// Whether a line is blank but for prefixes.
  func isBlank(_ line: Int) -> Bool {
    line < text.lineCount && LineShape(line, in: self).cellCount == 0
  }

  /// Whether a line is blank, or the underline of a heading.
  func isBlankOrUnderline(_ line: Int) -> Bool {
    let shape = LineShape(line, in: self)
    return shape.cellCount == 0 || shape.isUnderline
  }

  /// Whether a line was meant as a delimiter row.
  func isLikeDelimiterRow(_ line: Int) -> Bool {
    delimiterCellCount(line).map { $0 > 1 } ?? false
      || text.withLine(line) { bytes, _ in DelimiterLikeness.isLike(bytes, from: 0) }
  }

  /// The cells of a line that is a delimiter row but for its place.
  func delimiterCellCount(_ line: Int) -> Int? {
    let start = contentOffset(ofTextLine: line)
    return line < text.lineCount
      ? text.withLine(line) { bytes, _ in DelimiterRow.cellCount(bytes, from: start) } : nil
  }

  /// Spaces before a line's text, a tab as four.
  func indentation(ofLine line: Int) -> Int {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      var width = 0
      for index in (0..<min(start, bytes.count)).reversed() {
        guard bytes[index].isBlank else { break }
        width += bytes[index] == 0x20 ? 1 : 4
      }
      return width
    }
  }

  /// The marks of lists and quotes before a line's text.
  func prefixMarks(ofLine line: Int) -> [UInt8] {
    prefix(ofLine: line, isFirst: true).filter { !$0.isBlank && $0 < 0x80 }
  }

  /// Whether at least half of a line's cells have a letter or a digit.
  func hasWrittenCells(_ line: Int) -> Bool {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let cells = RowSplitter.cells(bytes, from: start)
      let written = cells.count { cell in
        cell.contains { bytes[$0].isLetter || bytes[$0].isDigit || bytes[$0] >= 0x80 }
      }
      return written * 2 >= cells.count && written > 1
        && !cells.contains { bytes.isOperator(RowSplitter.trimmed($0, in: bytes)) }
    }
  }

  /// Whether each pipe inside a line has a space before and after it.
  func hasPaddedPipes(_ line: Int) -> Bool {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      RowSplitter.cells(bytes, from: start).dropFirst().allSatisfy {
        bytes[$0.lowerBound - 1] == 0x7C && $0.lowerBound > 1 && bytes[$0.lowerBound - 2].isBlank
          && !$0.isEmpty && bytes[$0.lowerBound].isBlank
      }
    }
  }

  /// Whether indented lines are the content of a tab or an admonition (`=== "Tab"`, `!!! note`,
  /// `??? note`), which MkDocs renders as if they were not indented.
  func isInTab(_ line: Int) -> Bool {
    var above = line - 1
    let end = max(0, line - RowLikeLines.tabLineCountMax)
    while above >= end {
      let isOutside = text.withLine(above) { bytes, _ in
        let start = bytes.skip(while: \.isBlank, from: 0)
        return start < bytes.count && start < 4 && bytes[0] != 0x09
      }
      if isOutside { break }
      above -= 1
    }
    if above < end { return false }
    return text.withLine(above) { bytes, _ in
      let start = bytes.skip(while: \.isBlank, from: 0)
      let marks: [StaticString] = ["=== ", "===! ", "===+ ", "!!! ", "??? ", "???+ "]
      return marks.contains { bytes.hasPrefix($0, at: start) }
    }
  }

  /// Whether the last line of text before some lines ends with a colon.
  func announcesCode(before line: Int) -> Bool {
    var above = line - 1
    while above >= 0, line - above <= RowLikeLines.blankCountMax, isBlank(above) { above -= 1 }
    return above >= 0 && content(ofTextLine: above).last == UInt8(ascii: ":")
  }
}

extension Span where Element == UInt8 {
  /// Whether a text is an operator of a formula, as between `|a|` and `|b|`.
  fileprivate func isOperator(_ range: Range<Int>) -> Bool {
    !range.isEmpty && range.allSatisfy { "+*/=<>^&".utf8.contains(self[$0]) }
  }
}
