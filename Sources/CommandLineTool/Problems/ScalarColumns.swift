import LineStore
import TableSyntax

/// Counts columns in Unicode scalars from the last place on, so places in order cost one pass over
/// a line.
struct ScalarColumns {
  private var last = TextPosition(line: -1, byteColumn: 0)
  private var lastColumn = 1

  /// The 1-based columns of a range's ends, without the byte order mark.
  ///
  /// - Complexity: O(bytes from the last place, or from the line's start)
  mutating func columns(
    of range: Range<TextPosition>, in text: LineText
  ) -> (start: Int, end: Int) {
    if range.lowerBound.line != range.upperBound.line {
      return (column(of: range.lowerBound, in: text), column(of: range.upperBound, in: text))
    }
    return text.withLine(range.lowerBound.line) { bytes, _ in
      (column(of: range.lowerBound, bytes), column(of: range.upperBound, bytes))
    }
  }

  private mutating func column(of position: TextPosition, in text: LineText) -> Int {
    text.withLine(position.line) { bytes, _ in column(of: position, bytes) }
  }

  private mutating func column(of position: TextPosition, _ bytes: Span<UInt8>) -> Int {
    if position.line != last.line || position.byteColumn < last.byteColumn / 2 {
      let hasMark = position.line == 0 && bytes.hasPrefix("\u{FEFF}", at: 0)
      last = TextPosition(line: position.line, byteColumn: hasMark ? 3 : 0)
      lastColumn = 1
    }
    let target = min(max(0, position.byteColumn), bytes.count)
    if target >= last.byteColumn {
      lastColumn += TextUnit.scalar.count(bytes, last.byteColumn..<target)
    } else {
      lastColumn -= TextUnit.scalar.count(bytes, target..<last.byteColumn)
    }
    last.byteColumn = target
    return max(1, lastColumn)
  }
}
