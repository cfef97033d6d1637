import CatalogData
import CatalogModel

extension Catalog {
  /// The tables: the one that `--table` names by its number from 1, or all.
  func tables(_ arguments: Arguments, file: String) throws(UsageError) -> [CatalogTable] {
    guard let number = try arguments.number("--table") else { return Array(tables) }
    guard number <= tables.count else {
      throw UsageError(message: noTable(number, file: file))
    }
    return [tables[number - 1]]
  }

  /// A message about a number without a table.
  func noTable(_ number: Int, file: String) -> String {
    "there is no table \(number): \(TerminalText.name(file)) has \(counted(tables.count, "table"))"
  }

  /// The tables for people, one per line.
  var tableListing: String {
    tables.enumerated().map { index, table in
      let headers = table.plan.columns.map { TerminalText.shown($0.header) }
      return "  \(index + 1): line \(table.headerLine + 1), \(counted(table.rowCount, "row")), "
        + headers.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}

extension Console {
  /// Says on stderr that a text has a merge conflict, whose markers are read as its tables' rows.
  func warnOfConflict(in catalog: Catalog, _ name: String) {
    guard let line = catalog.firstConflictLine else { return }
    complain("\(name):\(line + 1): merge conflict: both sides and the markers are read as rows")
  }
}
