/// `mdcatalog help`: prints the help of the tool or of a command.
struct HelpCommand: Command {
  static let description = CommandDescription(
    name: "help", operands: "[COMMAND]", summary: "Print the help of a command",
    operandValues: [.commands])

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard let name = arguments.operands.first else {
      console.print(HelpText.tool(invocation.commands))
      return 0
    }
    guard let command = invocation.commands.first(where: { $0.name == name }) else {
      throw UsageError(message: "unknown command \(TerminalText.name(name)): see “mdcatalog help”")
    }
    console.print(command.help)
    return 0
  }
}
