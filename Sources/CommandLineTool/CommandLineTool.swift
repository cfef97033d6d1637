import LanguageServer

/// The command line: one command per run.
package enum CommandLineTool {
  /// Runs what the words behind the tool's name say, and returns the exit code.
  package static func run(_ words: [String], _ console: Console) -> Int32 {
    defer { console.flush() }
    do {
      return try dispatch(words, console)
    } catch {
      console.complain(error.message)
      return 2
    }
  }

  private static func dispatch(_ words: [String], _ console: Console) throws(UsageError) -> Int32 {
    guard let name = words.first else {
      throw UsageError(message: "a command is missing\n\n" + CommandDescription.toolHelp)
    }
    if name == "--help" || name == "-h" || name == "help" {
      console.print(CommandDescription.toolHelp)
      return 0
    }
    if name == "--version" {
      console.print("mdcatalog \(Version.current)\n")
      return 0
    }
    guard let command = CommandDescription.all.first(where: { $0.name == name }) else {
      let names = CommandDescription.all.map(\.name).joined(separator: ", ")
      throw UsageError(message: "unknown command \(name); commands are \(names)")
    }
    if words.contains("--help") || words.contains("-h") {
      console.print(command.help)
      return 0
    }
    if words.contains("--version") {
      console.print("mdcatalog \(Version.current)\n")
      return 0
    }
    return try run(command, Arguments(Array(words.dropFirst()), of: command), console)
  }

  private static func run(
    _ command: CommandDescription, _ arguments: Arguments, _ console: Console
  ) throws(UsageError) -> Int32 {
    switch command.name {
    case "check":
      var check = try CheckCommand(arguments, console)
      return try check.run()
    case "format": return try FormatCommand(arguments: arguments, console: console).run()
    case "export": return try ExportCommand(arguments: arguments, console: console).run()
    case "schema": return try SchemaCommand(arguments: arguments, console: console).run()
    case "rule": return try RuleCommand(arguments: arguments, console: console).run()
    default: return serve(arguments)
    }
  }

  /// Runs the language server; nothing else may use stdout.
  private static func serve(_ arguments: Arguments) -> Int32 {
    let options = LanguageServer.Options(
      logPath: arguments["--log"],
      clientProcessID: arguments["--clientProcessId"].flatMap { Int($0) })
    var server = LanguageServer(options: options)
    return server.run()
  }
}
