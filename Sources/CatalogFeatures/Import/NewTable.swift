package import CatalogModel
import LineStore

/// A table without rows for data that has none to go into.
package enum NewTable {
  /// A catalog with a table of the data's columns at its end.
  package static func adding(
    _ data: ImportData, to catalog: Catalog
  ) throws(ImportFailure) -> Catalog {
    let addresses = Set(data.columns.map(RecordTable.addressName))
    let columns = data.columns.filter { !addresses.contains($0) }
    if columns.isEmpty {
      throw ImportFailure("the data is empty: it names no columns for a new table")
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
    bytes.append(contentsOf: RowLine.compact(prefix: [], cells))
    bytes.append(contentsOf: ending)
    bytes.append(contentsOf: RowLine.compact(prefix: [], cells.map { _ in Array("---".utf8) }))
    bytes.append(contentsOf: ending)
    let new = Catalog(utf8: bytes, configuration: catalog.configuration)
    guard new.tables.count == catalog.tables.count + 1 else {
      throw ImportFailure("there is no place for a table at the end of the file")
    }
    return new
  }

  /// Whether a blank line stands at the end, a last line without an end not counted.
  private static func isBlankBeforeEnd(_ text: LineText) -> Bool {
    let last = text.withLine(text.lineCount - 1) { line, _ in line.count }
    if last > 0 || text.lineCount < 2 { return false }
    return text.withLine(text.lineCount - 2) { line, _ in
      line.withoutBlanks(0..<line.count).isEmpty
    }
  }
}
