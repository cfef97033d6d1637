import CatalogModel
import JSONText
import LineStore

/// `mdcatalog export`: the tables as data.
struct ExportCommand {
  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    guard arguments["--to"] == "json" else {
      throw UsageError(message: "--to takes json")
    }
    guard arguments.operands.count == 1 else {
      throw UsageError(message: "export takes one file")
    }
    let inputs = try Inputs(arguments, console)
    guard !inputs.hasFailed, let input = inputs.all.first else { return 2 }
    console.write(Self.json(input))
    return 0
  }

  /// Every table with its rows, each cell its source text.
  static func json(_ input: Input) -> [UInt8] {
    let catalog = Catalog(utf8: ContiguousArray(input.bytes))
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("file")
    writer.string(input.name)
    writer.key("tables")
    writer.beginArray()
    for table in catalog.tables {
      writer.beginObject()
      writer.key("line")
      writer.int(table.headerLine + 1)
      writer.key("columns")
      writeCells(table.headerLine, table, catalog, &writer)
      writer.key("rows")
      writer.beginArray()
      for line in table.bodyLines {
        writer.beginObject()
        writer.key("line")
        writer.int(line + 1)
        writer.key("cells")
        writeCells(line, table, catalog, &writer)
        writer.endObject()
      }
      writer.endArray()
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private static func writeCells(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog, _ writer: inout JSONWriter
  ) {
    let cells = catalog.withRow(line, in: table) { bytes, row in
      row.cells.map { bytes.string(row.trimmed($0, in: bytes)) }
    }
    writer.beginArray()
    for cell in cells { writer.string(cell) }
    writer.endArray()
  }
}
