package import CatalogModel
import LineStore

/// Adds an empty table for data to a catalog without tables.
package enum NewTable {
  /// The catalog with a table of the data's columns at its end.
  package static func adding(
    _ data: ImportData, to catalog: Catalog
  ) throws(ImportFailure) -> Catalog {
    let urlColumns = Set(data.columns.map(RecordTable.urlColumnName))
    let columns = data.columns.filter { !urlColumns.contains($0) }
    if columns.isEmpty {
      throw ImportFailure("the data is empty: it must name the columns of the new table")
    }
    let cells = columns.map { CellValue(Array($0.utf8)).bytes }
    let text = catalog.text
    let ending = text.withLine(0) { _, ending in ending == .none ? LineEnding.lf : ending }.text
    var bytes = text.bytes
    if text.byteCount > 0 {
      let last = text.withLine(text.lineCount - 1) { line, _ in line.count }
      if last > 0 { bytes.append(contentsOf: ending) }
      if !isBlankBeforeEnd(text) { bytes.append(contentsOf: ending) }
    }
    for row in [cells, cells.map { _ in Array("---".utf8) }] {
      bytes.append(contentsOf: RowLine.compact(prefix: [], row) + ending)
    }
    let new = Catalog(utf8: bytes, configuration: catalog.configuration)
    guard new.tables.count == catalog.tables.count + 1 else {
      throw ImportFailure("the end of the file is inside another block: add the table by hand")
    }
    return new
  }

  /// Whether the text ends with a blank line, ignoring an empty last line.
  private static func isBlankBeforeEnd(_ text: LineText) -> Bool {
    let last = text.withLine(text.lineCount - 1) { line, _ in line.count }
    if last > 0 || text.lineCount < 2 { return false }
    return text.withLine(text.lineCount - 2) { line, _ in
      line.withoutBlanks(0..<line.count).isEmpty
    }
  }
}
