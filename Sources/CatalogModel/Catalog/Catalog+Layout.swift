package import CatalogSchema
package import LineStore
import TableSyntax

extension Catalog {
  /// The layout that a style gives a table.
  ///
  /// - Complexity: O(columns)
  package func layout(of table: CatalogTable, style: TableStyle) -> RowLayout {
    tableLayout(of: table).layout(style)
  }

  /// Whether a table has the layout of a style already.
  ///
  /// - Complexity: O(columns)
  package func isFormatted(_ table: CatalogTable, style: TableStyle) -> Bool {
    let tableLayout = tableLayout(of: table)
    return tableLayout.isFollowed(tableLayout.layout(style))
  }

  /// Calls `body` with each line of a table that a layout may change, in order: its number, bytes
  /// and ending, and the byte offset of its content. Other rows are not read. `body` returns false
  /// to stop.
  ///
  /// - Complexity: O(lines)
  package func forEachLineToFormat(
    of table: CatalogTable, as layout: RowLayout, in lines: Range<Int>,
    _ body: (Int, Span<UInt8>, LineEnding, Int) -> Bool
  ) {
    let lines = lines.clamped(to: table.lines)
    if lines.isEmpty { return }
    let tableLayout = tableLayout(of: table)
    let wanted = tableLayout.forms(of: layout)
    let areComparable = wanted.areStored && tableLayout.areRowsComparable(layout)
    var place = text.block(ofLine: lines.lowerBound)
    text.forEachLine(in: lines) { line, bytes, ending in
      let metadata = metadata[place.block].lines[place.lineInBlock]
      place.lineInBlock += 1
      if place.lineInBlock == self.metadata[place.block].lines.count {
        place = (place.block + 1, 0)
      }
      switch line {
      case table.headerLine:
        if table.header.mustStay { return true }
        if areComparable, table.headerForms.isSuperset(of: wanted) { return true }
        return body(line, bytes, ending, table.headerOffset)
      case table.delimiterLine: return body(line, bytes, ending, table.delimiterOffset)
      default:
        if metadata.isText || areComparable && metadata.forms.isSuperset(of: wanted) { return true }
        return body(line, bytes, ending, Int(metadata.contentOffset))
      }
    }
  }

  private func tableLayout(of table: CatalogTable) -> TableLayout {
    TableLayout(
      tally: table.tally.layout, shape: table.context.shape, header: table.headerForms,
      delimiterLine: text.withLine(table.delimiterLine) { bytes, _ in
        bytes.array(0..<bytes.count)
      }, delimiterOffset: table.delimiterOffset)
  }
}
