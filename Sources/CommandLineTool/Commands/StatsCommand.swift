import CatalogData
import CatalogModel
import System

/// `mdcatalog stats`: counts the values of a text's tables, those with equal headers together.
struct StatsCommand: Command {
  static let description = CommandDescription(
    name: "stats", operands: "FILE or -",
    summary: "Count rows, values, and values that occur together",
    options: [
      .choice("--output-format", "FORMAT", of: Format.all), .table, .schema, .stdinFilename,
    ], operandValues: [.files])

  /// A format of statistics.
  private struct Format: NamedChoice, Sendable {
    let name: String
    let write: @Sendable ([TableStatistics], String, BufferedOutput) -> Void

    static let all = [
      Format(name: "text") { StatisticsText.write($0, file: $1, to: $2) },
      Format(name: "json") { tables, file, out in
        StatisticsJSON.write(tables, file: file) { out.write($0) }
      },
    ]
  }

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    let format = try arguments.choice("--output-format", of: Format.all) ?? Format.all[0]
    guard
      let input = try SingleInput.read(arguments, of: "stats", console)
    else { return 2 }
    let catalog = Catalog(
      utf8: input.bytes, configuration: input.configuration.configuration)
    console.warnOfConflict(in: catalog, TerminalText.name(input.name))
    let tables = try catalog.tables(arguments, file: input.name)
    let groups = arguments.has("--table") ? [tables] : catalog.tablesByHeaders
    format.write(
      groups.map { TableStatistics(of: $0, in: catalog) }, input.name, console.output)
    if tables.isEmpty { console.complain("\(TerminalText.name(input.name)): no tables") }
    return 0
  }
}
