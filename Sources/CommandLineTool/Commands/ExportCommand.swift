import CatalogFeatures
import CatalogModel
import CatalogSchema

/// `mdcatalog export`: the tables of one text as data.
struct ExportCommand {
  /// What to make of the tables.
  enum Format: String, CaseIterable {
    case json, ndjson, csv, tsv, datapackage, croissant, html

    /// Whether it is made of what columns mean, and not of texts alone.
    var needsMeaning: Bool { self == .datapackage || self == .croissant || self == .html }
    /// Whether it holds one table and no more.
    var isOfOneTable: Bool { ![.json, .datapackage, .croissant].contains(self) }
    /// Whether it holds a table's rows as records.
    var hasRecords: Bool { self != .json && self != .html }
  }

  private let arguments: Arguments
  private let console: Console
  private let format: Format

  init(_ arguments: Arguments, _ console: Console) throws(UsageError) {
    self.arguments = arguments
    self.console = console
    format = try arguments.requiredFormat("--to")
    try check("--split-links", isFor: format.hasRecords, "formats of records")
    try check("--output", isFor: format == .datapackage, "--to datapackage")
    let isDelimited = [.csv, .tsv].contains(format) || arguments.has("--output")
    try check("--raw", isFor: isDelimited, "CSV and TSV")
  }

  private func check(_ option: String, isFor fits: Bool, _ what: String) throws(UsageError) {
    if arguments.has(option), !fits {
      throw UsageError(message: "\(option) is for \(what), not for --to \(format.rawValue)")
    }
  }

  func run() throws(UsageError) -> Int32 {
    guard
      let single = try SingleInput(
        arguments, of: "export", configurationMatters: format.needsMeaning, console)
    else { return 2 }
    let configuration = single.input.configuration.configuration
    let catalog = Catalog(
      utf8: single.input.bytes,
      configuration: format.needsMeaning ? configuration : configuration.forLayout)
    let tables = try single.tables(of: catalog, arguments)
    if format == .json {
      JSONExport.write(tables.map(\.table), of: catalog, file: single.input.name, console.output)
      return 0
    }
    guard !tables.isEmpty else {
      throw UsageError(message: "\(TerminalText.name(single.input.name)): no tables")
    }
    if format.isOfOneTable, tables.count > 1 {
      throw UsageError(
        message: "\(TerminalText.name(single.input.name)) has \(tables.count) tables; "
          + "choose one with --table:\n" + tables.listing)
    }
    return try write(tables, catalog, file: single.input.name)
  }

  private func write(
    _ tables: [NumberedTable], _ catalog: Catalog, file: String
  ) throws(UsageError) -> Int32 {
    let records = tables.map {
      RecordTable($0.table, in: catalog, splitsLinks: arguments.has("--split-links"))
    }
    for table in records { sayLongRows(table, file) }
    let output = console.output
    let isGuarded = !arguments.has("--raw")
    switch format {
    case .json: break
    case .ndjson: NDJSONExport.write(records[0], output)
    case .csv: DelimitedText.write(records[0], .comma, isGuarded: isGuarded) { output.write($0) }
    case .tsv: DelimitedText.write(records[0], .tab, isGuarded: isGuarded) { output.write($0) }
    case .html: CatalogPage.write(records[0], of: catalog, file: file) { output.write($0) }
    case .croissant:
      let export = CroissantExport(records, of: catalog, file: file)
      console.complain(export.missing)
      export.write(output)
    case .datapackage:
      let folder = arguments["--output"]
      let package = DataPackage(
        records, of: catalog, file: file, isGuarded: folder != nil && isGuarded)
      for note in package.notes { console.complain(note) }
      guard let folder else {
        package.write(output)
        return 0
      }
      return package.write(toFolder: folder, console)
    }
    return 0
  }

  /// Cells that no renderer shows are named, as they are left out.
  private func sayLongRows(_ records: RecordTable, _ file: String) {
    let lines = records.longRowLines
    if lines.isEmpty { return }
    let numbers = lines.prefix(10).map { String($0 + 1) }.joined(separator: ", ")
    let rest = lines.count > 10 ? " and \(lines.count - 10) more" : ""
    console.complain(
      "\(TerminalText.name(file)): cells past the last column are left out, as in every renderer: "
        + "line \(numbers)\(rest)")
  }
}
