/// `mdcatalog help`: prints the help of the tool or of a command.
struct HelpCommand: Command {
  static let description = CommandDescription(
    name: "help", operands: "[COMMAND]", summary: "Print the help of a command",
    operandValues: [.commands])

  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run() throws(UsageError) -> Int32 {
    guard let name = invocation.arguments.operands.first else {
      invocation.console.print(HelpText.tool(invocation.commands))
      return 0
    }
    guard let command = invocation.commands.first(where: { $0.name == name }) else {
      throw UsageError(message: "unknown command \(TerminalText.name(name)): see “mdcatalog help”")
    }
    invocation.console.print(command.help)
    return 0
  }
}
