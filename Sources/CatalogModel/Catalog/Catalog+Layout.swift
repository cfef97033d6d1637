package import CatalogSchema
package import LineStore
import TableSyntax

extension Catalog {
  /// The layout that a style gives a table.
  ///
  /// - Complexity: O(columns)
  package func layout(of table: CatalogTable, style: TableStyle) -> RowLayout {
    TableLayout.choose(
      style, tally: table.tally.layout, delimiter: table.context.delimiter,
      header: table.headerForms,
      delimiterRow: delimiterRow(of: table))
  }

  /// Whether a table has the layout of a style already.
  ///
  /// - Complexity: O(columns)
  package func isFormatted(_ table: CatalogTable, style: TableStyle) -> Bool {
    TableLayout.isFollowed(
      layout(of: table, style: style), tally: table.tally.layout,
      delimiterRow: delimiterRow(of: table))
  }

  /// Calls `body` with each line of a table that a layout may change, in order: its number, bytes
  /// and ending, and the byte offset of its content. Other rows are not read, and none that a pipe
  /// would change. `body` returns false to stop.
  ///
  /// - Complexity: O(lines)
  package func forEachLineToFormat(
    of table: CatalogTable, as layout: RowLayout, in lines: Range<Int>,
    _ body: (Int, Span<UInt8>, LineEnding, Int) -> Bool
  ) {
    let lines = lines.clamped(to: table.lines)
    if lines.isEmpty { return }
    // Rows are known to follow the delimiter row, which says nothing where that row changes itself.
    let areFormsKnown =
      layout.columnWidths == nil || delimiterRow(of: table) == layout.delimiterRow
    let form: RowShape.Forms = layout.columnWidths == nil ? .compact : .delimiterWidths
    var place = text.block(ofLine: lines.lowerBound)
    text.forEachLine(in: lines) { line, bytes, ending in
      let metadata = metadata[place.block].lines[place.lineInBlock]
      place.lineInBlock += 1
      if place.lineInBlock == self.metadata[place.block].lines.count {
        place = (place.block + 1, 0)
      }
      switch line {
      case table.headerLine:
        return table.header.mustStay || body(line, bytes, ending, table.headerOffset)
      case table.delimiterLine: return body(line, bytes, ending, table.delimiterOffset)
      default:
        if metadata.isText || areFormsKnown && metadata.forms.contains(form) { return true }
        let offset = Int(metadata.contentOffset)
        let mustStay = RowSplitter.startsWithBlank(bytes, from: offset)
        return mustStay || body(line, bytes, ending, offset)
      }
    }
  }

  private func delimiterRow(of table: CatalogTable) -> [UInt8] {
    text.withLine(table.delimiterLine) { bytes, _ in
      bytes.array(min(table.delimiterOffset, bytes.count)..<bytes.count)
    }
  }
}
