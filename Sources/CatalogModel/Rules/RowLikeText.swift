import LineStore
import TableSyntax

/// Lines outside tables as texts, and edits of lines.
extension Catalog {
  /// The texts of some lines outside tables, joined by spaces.
  func joined(_ lines: Range<Int>) -> ContiguousArray<UInt8> {
    var text: ContiguousArray<UInt8> = []
    for line in lines {
      if !text.isEmpty { text.append(0x20) }
      text += content(ofTextLine: line)
    }
    return text
  }

  /// A line's text outside tables, without its prefixes and the spaces at its end.
  func content(ofTextLine line: Int) -> [UInt8] {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      bytes.array(bytes.withoutBlanks(min(start, bytes.count)..<bytes.count))
    }
  }

  /// What is before a line's text, or what is to be before the text of the next line of the same
  /// block: spaces for list markers.
  func prefix(ofLine line: Int, isFirst: Bool) -> [UInt8] {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let prefix = bytes.array(0..<min(start, bytes.count))
      if isFirst { return prefix }
      let hasByteOrderMark = prefix.count >= 3 && prefix[0] == 0xEF && prefix[1] == 0xBB
      return prefix.dropFirst(hasByteOrderMark ? 3 : 0).map {
        $0.isBlank || $0 == UInt8(ascii: ">") ? $0 : 0x20
      }
    }
  }

  /// The place after a line's last byte.
  func endPosition(ofLine line: Int) -> TextPosition {
    TextPosition(line: line, byteColumn: text.withLine(line) { bytes, _ in bytes.count })
  }

  /// An edit that removes whole lines.
  func removal(ofLines lines: Range<Int>) -> TextEdit {
    TextEdit(
      start: TextPosition(line: lines.lowerBound, byteColumn: 0),
      end: TextPosition(line: lines.upperBound, byteColumn: 0), replacement: [])
  }

  /// An edit that removes a line that has one above.
  func removalOfRow(_ line: Int) -> TextEdit {
    TextEdit(start: endPosition(ofLine: line - 1), end: endPosition(ofLine: line), replacement: [])
  }

  /// The gaps between the rows of a table that is written on one line: between the pipe that ends a
  /// row and the pipe that begins the next. Nil if a line is no such table.
  func oneLineTable(_ line: Int) -> [Range<Int>]? {
    let start = contentOffset(ofTextLine: line)
    return text.withLine(line) { bytes, _ in
      let cells = RowSplitter.cells(bytes, from: start)
      let texts = cells.map { RowSplitter.trimmed($0, in: bytes) }
      guard let first = texts.firstIndex(where: { bytes.isDelimiterCell($0) }) else { return nil }
      let end = texts[first...].firstIndex { !bytes.isDelimiterCell($0) } ?? texts.count
      let count = end - first
      guard count > 1, cells.count > count, first == 0 || first == count + 1,
        (cells.count + 1) % (count + 1) == 0
      else { return nil }
      let gaps = stride(from: count, to: cells.count, by: count + 1)
      return gaps.allSatisfy { texts[$0].isEmpty } ? gaps.map { cells[$0] } : nil
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a text is the cell of a delimiter row, with three hyphens or more or a colon.
  fileprivate func isDelimiterCell(_ text: Range<Int>) -> Bool {
    var dashes = text
    guard !text.isEmpty else { return false }
    if self[dashes.lowerBound] == UInt8(ascii: ":") {
      dashes = dashes.lowerBound + 1..<dashes.upperBound
    }
    if !dashes.isEmpty, self[dashes.upperBound - 1] == UInt8(ascii: ":") {
      dashes = dashes.lowerBound..<dashes.upperBound - 1
    }
    guard !dashes.isEmpty, dashes.allSatisfy({ self[$0] == UInt8(ascii: "-") }) else {
      return false
    }
    return dashes.count > 2 || dashes.count < text.count
  }
}

extension LineRole {
  var isBodyRow: Bool { if case .bodyRow = self { true } else { false } }
  var isDelimiterRow: Bool { if case .delimiterRow = self { true } else { false } }
}
