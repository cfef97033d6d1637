import CatalogModel
import JSONText

extension ExportFormat {
  /// All tables with their rows, each cell as its source text with reference links as inline
  /// links, cells as the row has them.
  static let json = ExportFormat(
    name: "json", isOfOneTable: false, takesNoTable: true, leavesOutExtraCells: false
  ) { source in
    Document { send in
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("file", source.file)
      writer.array("tables", of: source.tables) { $0.write($1, of: source, to: send) }
      writer.endObject()
      writer.literal("\n")
      writer.drain(atOnce: true, to: send)
    }
  }
}

extension JSONWriter {
  fileprivate mutating func write(
    _ table: CatalogTable, of source: ExportSource, to send: ByteSink
  ) {
    let catalog = source.catalog
    beginObject()
    member("line", table.headerLine + 1)
    strings("columns", catalog.cellTexts(ofLine: table.headerLine, in: table))
    array("rows", of: table.bodyLines) { writer, line in
      writer.object {
        $0.member("line", line + 1)
        $0.strings("cells", source.references.cellTexts(ofLine: line, in: table, of: catalog))
      }
      writer.drain(to: send)
    }
    endObject()
  }
}
