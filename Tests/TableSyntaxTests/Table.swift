import LineStore
import TableSyntax

/// The lines and columns of a table in a text.
struct Table {
  /// The header row, the delimiter row, and the body rows.
  var lines: Range<Int>
  var columnCount: Int

  /// The tables of a text, in order.
  static func all(in text: LineText) -> [Table] {
    var tables: [Table] = []
    var state = BlockState(beforeFirstLineOf: text)
    text.forEachLine(in: 0..<text.lineCount) { line, bytes, _ in
      switch BlockScanner.read(bytes, in: &state) {
      case .other, .verbatim, .comment, .mismatchedDelimiterRow: break
      case .delimiterRow(_, let header):
        state.countMissingCells()
        tables.append(Table(lines: line - 1..<line + 1, columnCount: header.cellCount))
      case .bodyRow:
        let start = tables[tables.count - 1].lines.lowerBound
        tables[tables.count - 1].lines = start..<line + 1
      }
      return true
    }
    return tables
  }
}
