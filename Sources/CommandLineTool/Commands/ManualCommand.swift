/// `mdcatalog man`: prints the manual page.
struct ManualCommand: Command {
  static let description = CommandDescription(
    name: "man", operands: "", summary: "Print the manual page, for “man -l -”")

  private let invocation: Invocation

  init(_ invocation: Invocation) { self.invocation = invocation }

  func run() throws(UsageError) -> Int32 {
    guard invocation.arguments.operands.isEmpty else {
      throw UsageError(message: "man takes no operands")
    }
    invocation.console.print(ManualPage(commands: invocation.commands).text)
    return 0
  }
}
