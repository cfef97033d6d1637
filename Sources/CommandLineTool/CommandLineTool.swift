import CatalogSchema

/// The command line: one command per run.
package enum CommandLineTool {
  /// Runs the arguments after the tool's name and returns the exit code.
  package static func run(_ words: [String], _ console: Console) -> Int32 {
    do throws(UsageError) {
      let code = try dispatch(words, console)
      return console.finish() ? code : 2
    } catch {
      console.complain(error.message)
      return 2
    }
  }

  private static func dispatch(_ words: [String], _ console: Console) throws(UsageError) -> Int32 {
    guard let name = words.first else {
      throw UsageError(message: "a command is missing\n\n" + HelpText.tool(Commands.descriptions))
    }
    switch name {
    case "--version": return printVersion(console)
    case "--help", "-h":
      console.print(HelpText.tool(Commands.descriptions))
      return 0
    default: break
    }
    let type = try Commands.named(name)
    let arguments = try Arguments(Array(words.dropFirst()), of: type.description)
    if arguments.has("--help") {
      console.print(type.description.help)
      return 0
    }
    if arguments.has("--version") { return printVersion(console) }
    var command = try type.init(
      invocation: Invocation(
        arguments: arguments, console: console, commands: Commands.descriptions))
    return try command.run()
  }

  private static func printVersion(_ console: Console) -> Int32 {
    console.print("mdcatalog \(Version.current)\n")
    return 0
  }
}
