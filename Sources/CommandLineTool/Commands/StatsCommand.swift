import CatalogFeatures
import CatalogModel

/// `mdcatalog stats`: what the tables of one text add up to.
struct StatsCommand {
  /// How the statistics are shown.
  enum Format: String, CaseIterable { case text, json }

  let arguments: Arguments
  let console: Console

  func run() throws(UsageError) -> Int32 {
    let format: Format = try arguments.format("--output-format") ?? .text
    guard
      let single = try SingleInput(
        arguments, of: "stats", configurationMatters: true, console)
    else { return 2 }
    let catalog = Catalog(
      utf8: single.input.bytes, configuration: single.input.configuration.configuration)
    let tables = try single.tables(of: catalog, arguments)
    let statistics = tables.map { TableStatistics(of: $0.table, in: catalog) }
    if format == .json {
      StatisticsJSON.write(statistics, file: single.input.name, to: console.output)
    } else {
      StatisticsText.write(statistics, file: single.input.name, to: console.output)
      if tables.isEmpty { console.complain("\(TerminalText.name(single.input.name)): no tables") }
    }
    return 0
  }
}
