import CatalogModel
import LineStore
import TableSyntax

extension Catalog {
  /// The trimmed texts of a row's cells.
  func cellTexts(ofLine line: Int, in table: CatalogTable) -> [String] {
    withRow(line, in: table) { bytes, row in
      row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
    }
  }
}
