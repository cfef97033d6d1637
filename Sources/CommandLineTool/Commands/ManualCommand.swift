/// `mdcatalog man`: prints the manual page.
struct ManualCommand: Command {
  static let description = CommandDescription(
    name: "man", operands: "", summary: "Print the manual page, for “man -l -”")

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.isEmpty else {
      throw UsageError(message: "man takes no operands")
    }
    console.print(ManualPage(commands: invocation.commands).text)
    return 0
  }
}
