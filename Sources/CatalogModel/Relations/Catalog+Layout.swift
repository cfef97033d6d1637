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
    let layout = tableLayout.layout(style)
    guard let count = tableLayout.deviatingRowCount(from: layout) else { return false }
    return count == 0 || areInRecords(count, of: table, layout, tableLayout.forms(of: layout))
  }

  /// Rows next to which pieces of records are searched to know whether a table is formatted, at
  /// most; formatting itself searches them all.
  private static let searchedRowCountMax = 128

  /// Whether all of the rows that do not follow some forms, a number that is known, are in records
  /// that are wrapped over several lines.
  ///
  /// - Complexity: O(blocks of the table + lines of those with pieces)
  private func areInRecords(
    _ count: Int, of table: CatalogTable, _ layout: RowLayout, _ wanted: RowForms
  ) -> Bool {
    let search = WrappedRecordSearch(table, self)
    if count > Self.searchedRowCountMax || !search.isKept(by: layout) { return false }
    var left = count
    var searchedCount = 0
    var block = text.block(ofLine: table.headerLine).block
    var first = text.firstLine(ofBlock: block)
    while block < metadata.count, first < table.endLine, left > 0 {
      let lines = metadata[block].lines
      if WrappedRecordSearch.mayFind(block, self) {
        for index in lines.indices where table.bodyLines.contains(first + index) {
          guard search.isNextToTorn(first + index) else { continue }
          searchedCount += 1
          if searchedCount > Self.searchedRowCountMax { return false }
          if shape(ofLine: first + index, in: table).forms.isSuperset(of: wanted) { continue }
          if search.record(around: first + index) == nil { return false }
          left -= 1
        }
      }
      first += lines.count
      block += 1
    }
    return left == 0
  }

  private func shape(ofLine line: Int, in table: CatalogTable) -> RowShape {
    withRow(line, in: table) { bytes, row in
      var shape = RowShape()
      shape.measure(
        bytes, row, against: table.context.shape, mustStay: lineMetadata(line).isText)
      return shape
    }
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
    let search = WrappedRecordSearch(table, self)
    let keepsRecords = search.isKept(by: layout)
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
        if metadata.isText || areComparable && metadata.forms.isSuperset(of: wanted)
          || keepsRecords && search.isNextToTorn(line) && search.record(around: line) != nil
        {
          return true
        }
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
