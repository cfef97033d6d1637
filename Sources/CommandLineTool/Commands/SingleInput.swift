import CatalogModel
import System

/// The one text of a command that works on one.
struct SingleInput {
  let input: Input
  private let console: Console

  /// Reads the file that a command's operand names, or stdin; nil where it cannot be read, which is
  /// said. A broken configuration counts as one that cannot be read where it `matters`.
  init?(
    _ arguments: Arguments, of command: String, configurationMatters: Bool, _ console: Console
  ) throws(UsageError) {
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError(message: "\(command) takes one file")
    }
    if path != "-", (try? FileStatus(ofPath: path))?.kind == .folder {
      throw UsageError(
        message: "\(TerminalText.name(path)) is a folder; \(command) takes one file")
    }
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    var inputs = try Inputs(arguments, configurations, console)
    var found: Input?
    var isBroken = false
    while let step = inputs.nextStep() {
      switch step {
      case .text(let input): found = input
      case .brokenConfiguration(let file):
        guard configurationMatters else { continue }
        isBroken = true
        console.complain(file)
      case .unreadable: isBroken = true
      }
    }
    guard let found, !isBroken else { return nil }
    input = found
    self.console = console
  }

  /// The text's tables with their numbers: the one that `--table` names, or all.
  func tables(of catalog: Catalog, _ arguments: Arguments) throws(UsageError) -> [NumberedTable] {
    let all = catalog.tables.enumerated().map { NumberedTable(number: $0 + 1, table: $1) }
    guard let text = arguments["--table"] else { return all }
    guard let number = Int(text), number >= 1 else {
      throw UsageError(message: "--table takes a number from 1, not \(TerminalText.name(text))")
    }
    guard let table = all.first(where: { $0.number == number }) else {
      throw UsageError(
        message: "there is no table \(number): \(TerminalText.name(input.name)) has "
          + counted(all.count, "table"))
    }
    return [table]
  }
}

/// A table with its number in the text, from 1.
struct NumberedTable {
  let number: Int
  let table: CatalogTable
}

extension [NumberedTable] {
  /// The tables for people, one on a line.
  var listing: String {
    map { numbered in
      let headers = numbered.table.plan.columns.map { TerminalText.shown($0.header) }
      return "  \(numbered.number): line \(numbered.table.headerLine + 1), "
        + headers.joined(separator: " | ")
    }.joined(separator: "\n")
  }
}
