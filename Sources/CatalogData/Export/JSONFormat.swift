import CatalogModel
import JSONText

extension ExportFormat {
  /// All tables with their rows, each cell as its source text, cells as the row has them.
  static let json = ExportFormat(
    name: "json", isOfOneTable: false, takesNoTable: true, leavesOutExtraCells: false
  ) { source in
    Document { send in
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("file", source.file)
      writer.array("tables", of: source.tables) { $0.write($1, of: source.catalog, to: send) }
      writer.endObject()
      writer.literal("\n")
      writer.drain(atOnce: true, to: send)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(
    _ table: CatalogTable, of catalog: Catalog, to send: ByteSink
  ) {
    beginObject()
    member("line", table.headerLine + 1)
    writeCells("columns", table.headerLine, of: table, catalog)
    array("rows", of: table.bodyLines) { writer, line in
      writer.object {
        $0.member("line", line + 1)
        $0.writeCells("cells", line, of: table, catalog)
      }
      writer.drain(to: send)
    }
    endObject()
  }

  private mutating func writeCells(
    _ name: String, _ line: Int, of table: CatalogTable, _ catalog: Catalog
  ) {
    strings(
      name,
      catalog.withRow(line, in: table) { bytes, row in
        row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
      })
  }
}
