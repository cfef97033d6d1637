import CatalogModel
import CatalogSchema
import JSONText
import LanguageServer
import LineStore

/// `mdcatalog export`: the tables of one text as data.
struct ExportCommand {
  /// The formats of the contract that are not there yet.
  private static let plannedFormats = ["ndjson", "csv", "tsv", "datapackage", "croissant"]

  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    try checkFormat()
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError(message: "export takes one file")
    }
    if path != "-", (try? FileStatus(ofPath: path))?.kind == .folder {
      throw UsageError(message: "\(TerminalText.name(path)) is a folder; export takes one file")
    }
    var inputs = try Inputs(arguments, try Configurations(schemaFile: nil), console)
    var code: Int32 = 0
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): TableExport(input, console.output).write()
      // What a table's columns mean has no say in what is exported.
      case .brokenConfiguration: break
      case .unreadable: code = 2
      }
    }
    return code
  }

  private func checkFormat() throws(UsageError) {
    guard let format = arguments["--to"] else {
      throw UsageError(message: "export needs a format: --to json")
    }
    if format == "json" { return }
    let isPlanned = Self.plannedFormats.contains(format)
    throw UsageError(
      message: isPlanned
        ? "--to \(format) is not there yet; json is"
        : "unknown format \(TerminalText.name(format)); --to takes json")
  }
}

/// Every table of a text with its rows, each cell its source text, as JSON.
private struct TableExport {
  private let name: String
  private let catalog: Catalog
  private let out: BufferedOutput
  private var writer = JSONWriter()

  init(_ input: Input, _ out: BufferedOutput) {
    name = input.name
    catalog = Catalog(
      utf8: input.bytes, configuration: input.configuration.configuration.forLayout)
    self.out = out
  }

  consuming func write() {
    writer.beginObject()
    writer.key("file")
    writer.string(name)
    writer.key("tables")
    writer.beginArray()
    for table in catalog.tables { write(table) }
    writer.endArray()
    writer.endObject()
    writer.drain(into: out, atOnce: true)
    out.write("\n")
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
