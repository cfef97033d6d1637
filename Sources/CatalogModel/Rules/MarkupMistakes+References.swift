import LineStore
import TableSyntax

/// Character references that are broken, and U+FFFD.
extension MarkupMistakes {
  mutating func readReferences(_ line: Span<UInt8>) {
    let closed = closedBytes(line)
    var index = cell.lowerBound
    while index < cell.upperBound {
      index = line.firstIndex(in: index..<cell.upperBound) {
        ByteMask.equal($0, UInt8(ascii: "&")) | ByteMask.equal($0, UInt8(ascii: ";"))
      }
      guard index < cell.upperBound else { return }
      if !closed.contains(index) {
        if line[index] == UInt8(ascii: "&") {
          readAmpersand(line, index)
        } else if let start = LooseReference.start(line, semicolon: index),
          start >= cell.lowerBound
        {
          report(line, start..<index + 1, "&" + line.string(start..<index + 1))
        }
      }
      index += 1
    }
  }

  private mutating func readAmpersand(_ line: Span<UInt8>, _ start: Int) {
    let next = byte(line, at: start + 1)
    if next == UInt8(ascii: "#") {
      readNumber(line, start, from: start + 2)
    } else if next.isDigit {
      // `&8209;`
      let end = line.skip(while: \.isDigit, from: start + 1)
      if end - start > 2, byte(line, at: end) == UInt8(ascii: ";") {
        report(line, start..<end + 1, "&#" + line.string(start + 1..<end + 1))
      }
    } else if let end = LooseReference.end(line, from: start + 1), end <= cell.upperBound {
      let after = byte(line, at: end)
      if after != UInt8(ascii: ";"), !after.isLetter, !after.isDigit, after != UInt8(ascii: "=") {
        report(line, start..<end, line.string(start..<end) + ";")
      }
    } else if let end = misspeltSpaceEnd(line, from: start + 1) {
      report(line, start..<end, "&nbsp;")
    }
  }

  /// `&#8209` without its semicolon.
  private mutating func readNumber(_ line: Span<UInt8>, _ start: Int, from first: Int) {
    let isHex = byte(line, at: first) | 0x20 == UInt8(ascii: "x")
    let digits = isHex ? first + 1 : first
    let end = min(
      cell.upperBound,
      line.skip(
        while: { $0.isDigit || isHex && (0x61...0x66).contains($0 | 0x20) }, from: digits))
    let after = byte(line, at: end)
    guard end - digits > 1, after != UInt8(ascii: ";"), !after.isLetter else { return }
    report(line, start..<end, line.string(start..<end) + ";")
  }

  /// One past `nbsp;` with its letters in another order.
  private func misspeltSpaceEnd(_ line: Span<UInt8>, from start: Int) -> Int? {
    let end = start + 4
    guard end < cell.upperBound, line[end] == UInt8(ascii: ";"),
      line.array(start..<end).map(\.lowercasedASCII).sorted() == Array("bnps".utf8),
      !line.hasPrefix("nbsp", at: start)
    else { return nil }
    return end + 1
  }

  private mutating func report(_ line: Span<UInt8>, _ range: Range<Int>, _ right: String) {
    add(
      range, "\(line.quoted(range)) is no character reference: did you mean “\(right)”?",
      title: "Write “\(right)”", [RowEdit(range: range, replacement: Array(right.utf8))])
  }

  /// Characters that stand for text which was lost.
  mutating func readReplacements(_ line: Span<UInt8>) {
    var index = cell.lowerBound
    while index < cell.upperBound {
      index = line.firstIndex(of: 0xEF, in: index..<cell.upperBound)
      var end = index
      while end < cell.upperBound, line.hasPrefix("\u{FFFD}", at: end) { end += 3 }
      if end > index { add(index..<end, "U+FFFD stands for text that was lost: write it again") }
      index = max(end, index + 1)
    }
  }
}
