/// The list of commands: dispatch, help, completions, manual page and errors derive from it.
enum Commands {
  /// All commands, in the order of the help.
  static let all: [any Command.Type] = [
    CheckCommand.self, FormatCommand.self, ExportCommand.self, ImportCommand.self,
    StatsCommand.self, SchemaCommand.self, RuleCommand.self, LSPCommand.self,
    CompletionsCommand.self, ManualCommand.self, HelpCommand.self,
  ]

  /// Their descriptions.
  static let descriptions = all.map { $0.description }

  /// The command of a name.
  static func named(_ name: String) throws(UsageError) -> any Command.Type {
    if let command = all.first(where: { $0.description.name == name }) { return command }
    let kind = name.utf8.first == UInt8(ascii: "-") ? "option" : "command"
    let names = descriptions.map(\.name).joined(separator: ", ")
    throw UsageError(
      message: "unknown \(kind) \(TerminalText.name(name)): use one of the commands \(names)")
  }
}
