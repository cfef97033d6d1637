import CatalogData
import CatalogModel

/// A table with its number in the text, from 1.
struct NumberedTable {
  let number: Int
  let table: CatalogTable

  /// The tables of a catalog: the one that `--table` names, or all.
  static func all(
    of catalog: Catalog, _ arguments: Arguments, file: String
  ) throws(UsageError) -> [NumberedTable] {
    let all = catalog.tables.enumerated().map { NumberedTable(number: $0 + 1, table: $1) }
    guard let number = try arguments.number("--table") else { return all }
    guard number <= all.count else {
      throw UsageError(
        message: "there is no table \(number): \(TerminalText.name(file)) has "
          + counted(all.count, "table"))
    }
    return [all[number - 1]]
  }
}

extension [NumberedTable] {
  /// The tables for people, one per line.
  var listing: String {
    map { numbered in
      let headers = numbered.table.plan.columns.map { TerminalText.shown($0.header) }
      return "  \(numbered.number): line \(numbered.table.headerLine + 1), "
        + headers.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}
