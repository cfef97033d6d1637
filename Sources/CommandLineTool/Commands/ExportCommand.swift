import CatalogData
import CatalogModel
import CatalogSchema
import System

/// `mdcatalog export`: prints the tables of one text as data.
struct ExportCommand: Command {
  static let description = CommandDescription(
    name: "export", operands: "--to FORMAT FILE or -", summary: "Print the tables as data",
    options: [
      .choice("--to", "FORMAT", of: ExportFormats.all),
      .table,
      Option(
        name: "--split-links", summary: "Names and URLs in two columns, “X” and “X URL”"),
      .raw,
      Option(
        name: "--output", valueName: "FOLDER",
        summary: "Write a Data Package as a folder with CSV files", values: .files),
      .schema, .stdinFilename,
    ],
    notes: [
      "json has all tables, each row with the cells that it has. The other formats have",
      "records: a row has a field for each column, missing cells are empty. ndjson, csv, tsv",
      "and html hold one table, or all tables if their headers are the same. A Data Package",
      "and a Croissant dataset hold all. A reference link is written as an inline link. csv is",
      "RFC 4180. tsv has no quotes: a tab in a cell is written as a space.", "",
    ] + FormulaGuardNotes.lines, operandValues: [.files])

  let invocation: Invocation
  private let format: ExportFormat

  init(invocation: Invocation) throws(UsageError) {
    self.invocation = invocation
    let arguments = invocation.arguments
    format = try arguments.requiredChoice("--to", of: ExportFormats.all)
    for option in [ExportFormat.Option.splitLinks, .output, .raw] { try check(option) }
    if arguments.has("--raw"), format.options.contains(.output), !arguments.has("--output") {
      throw UsageError(message: "--raw with --to \(format.name) needs --output FOLDER")
    }
  }

  private func check(_ option: ExportFormat.Option) throws(UsageError) {
    guard arguments.has(option.rawValue), !format.options.contains(option) else { return }
    let names = ExportFormats.all.filter { $0.options.contains(option) }.names
    throw UsageError(
      message: "\(option.rawValue) is for --to \(names.joined(separator: ", ")), "
        + "not for \(format.name)")
  }

  func run() throws(UsageError) -> Int32 {
    guard
      let input = try SingleInput.read(arguments, of: "export", console)
    else { return 2 }
    let configuration = input.configuration.configuration
    let catalog = Catalog(
      utf8: input.bytes,
      configuration: format.needsSchema ? configuration : configuration.forLayout)
    let name = TerminalText.name(input.name)
    console.warnOfConflict(in: catalog, name)
    let tables = try catalog.tables(arguments, file: input.name)
    if tables.isEmpty, !format.takesNoTable { throw UsageError(message: "\(name): no tables") }
    if format.isOfOneTable, Set(tables.map { $0.plan.columns.map(\.header) }).count > 1 {
      throw UsageError(
        message: "\(name) has \(tables.count) tables with different headers: "
          + "choose one with --table:\n" + catalog.tableListing)
    }
    let writesFolder = arguments.has("--output")
    let source = ExportSource(
      catalog: catalog, tables: tables, file: input.name, joinsTables: format.isOfOneTable,
      splitsLinks: arguments.has("--split-links"),
      isGuarded: !arguments.has("--raw") && (writesFolder || !format.options.contains(.output)))
    if format.leavesOutExtraCells { noteExtraCells(source, name) }
    let document = format.document(source)
    for note in document.notes {
      let line = note.line.map { ":\($0 + 1)" } ?? ""
      console.complain("\(name)\(line): \(note.message)")
    }
    if let folder = arguments["--output"] { return write(document, source, toFolder: folder) }
    let output = console.output
    document.write { output.write($0) }
    return 0
  }

  private func write(
    _ document: ExportFormat.Document, _ source: ExportSource, toFolder path: String
  ) -> Int32 {
    let folder = AbsolutePath(path)
    do throws(FileError) {
      try FileCreation.makeFolder(folder.text)
      for file in document.files() {
        try FileCreation.put(file.bytes, at: folder.appending(file.name).text)
      }
    } catch {
      console.complain(error, about: path)
      return 2
    }
    let rowCount = source.tables.reduce(0) { $0 + $1.rowCount }
    let count = "\(counted(source.tables.count, "table")), \(counted(rowCount, "row"))"
    console.print("\(TerminalText.shown(path)): a Data Package of \(count)\n")
    return 0
  }

  /// Says which rows have cells that the format leaves out.
  private func noteExtraCells(_ source: ExportSource, _ name: String) {
    for records in source.records {
      let lines = records.longRowLines
      if lines.isEmpty { continue }
      console.complain(
        "\(name): cells after the last column are left out, as renderers do: "
          + "line \(listed(lines: lines))")
    }
  }
}
