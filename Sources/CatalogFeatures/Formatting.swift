package import LineStore
import TableSyntax

/// Formatting of all tables of a text (contract: tables only, no cell added, dropped or moved).
package enum Formatting {
  /// One edit per line that formatting changes, in order.
  ///
  /// - Complexity: O(bytes)
  package static func edits(in text: LineText, style: TableStyle) -> [TextEdit] {
    var edits: [TextEdit] = []
    for table in Table.all(in: text) {
      let formatter = TableFormatter(table: table, in: text, style: style)
      for line in table.lines {
        guard let new = formatter.formatted(line: line, in: text) else { continue }
        let length = text.withLine(line) { bytes, _ in bytes.count }
        edits.append(TextEdit(line: line, byteColumns: 0..<length, replacement: new))
      }
    }
    return edits
  }
}
