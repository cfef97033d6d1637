import CatalogModel
import JSONText

/// Tables with their rows as JSON, each cell its source text, as many as the row really has.
struct JSONExport {
  private let catalog: Catalog
  private let out: BufferedOutput
  private var writer = JSONWriter()

  /// Writes tables of a text.
  static func write(
    _ tables: [CatalogTable], of catalog: Catalog, file: String, _ out: BufferedOutput
  ) {
    var export = JSONExport(catalog: catalog, out: out)
    export.writer.beginObject()
    export.writer.key("file")
    export.writer.string(file)
    export.writer.key("tables")
    export.writer.beginArray()
    for table in tables { export.write(table) }
    export.writer.endArray()
    export.writer.endObject()
    export.writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  private init(catalog: Catalog, out: BufferedOutput) {
    self.catalog = catalog
    self.out = out
  }

  private mutating func write(_ table: CatalogTable) {
    writer.beginObject()
    writer.key("line")
    writer.int(table.headerLine + 1)
    writer.key("columns")
    writeCells(table.headerLine, table)
    writer.key("rows")
    writer.beginArray()
    for line in table.bodyLines {
      writer.beginObject()
      writer.key("line")
      writer.int(line + 1)
      writer.key("cells")
      writeCells(line, table)
      writer.endObject()
      writer.drain(into: out)
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func writeCells(_ line: Int, _ table: CatalogTable) {
    let cells = catalog.withRow(line, in: table) { bytes, row in
      row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
    }
    writer.beginArray()
    for cell in cells { writer.string(cell) }
    writer.endArray()
  }
}
