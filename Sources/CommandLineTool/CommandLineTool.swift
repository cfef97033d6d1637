import CatalogSchema
import LanguageServer

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The command line: one command per run.
package enum CommandLineTool {
  /// Runs what the words behind the tool's name say, and returns the exit code.
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
      throw UsageError(message: "a command is missing\n\n" + CommandDescription.toolHelp)
    }
    switch name {
    case "--version": return printVersion(console)
    case "--help", "-h": return try help(nil, console)
    default: break
    }
    let command = try CommandDescription.all.named(name)
    let arguments = try Arguments(Array(words.dropFirst()), of: command)
    if arguments.wantsHelp { return try help(name, console) }
    if arguments.wantsVersion { return printVersion(console) }
    return try run(command, arguments, console)
  }

  private static func printVersion(_ console: Console) -> Int32 {
    console.print("mdcatalog \(Version.current)\n")
    return 0
  }

  private static func help(_ name: String?, _ console: Console) throws(UsageError) -> Int32 {
    if let name {
      console.print(try CommandDescription.all.named(name).help)
    } else {
      console.print(CommandDescription.toolHelp)
    }
    return 0
  }

  private static func run(
    _ command: CommandDescription, _ arguments: Arguments, _ console: Console
  ) throws(UsageError) -> Int32 {
    switch command.name {
    case "check":
      var check = try CheckCommand(arguments, console)
      return try check.run()
    case "format":
      var format = try FormatCommand(arguments, console)
      return try format.run()
    case "export": return try ExportCommand(arguments, console).run()
    case "import": return try ImportCommand(arguments, console).run()
    case "stats": return try StatsCommand(arguments: arguments, console: console).run()
    case "schema": return try SchemaCommand(arguments: arguments, console: console).run()
    case "completions": return try printCompletions(arguments, console)
    case "man": return try printManual(arguments, console)
    case "help": return try help(arguments.operands.first, console)
    case "rule": return try RuleCommand(arguments: arguments, console: console).run()
    default: return try serve(arguments, console)
    }
  }

  private static func printCompletions(
    _ arguments: Arguments, _ console: Console
  ) throws(UsageError) -> Int32 {
    guard arguments.operands.count == 1, let shell = Shell(rawValue: arguments.operands[0]) else {
      let names = Shell.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError(message: "completions takes a shell: \(names)")
    }
    console.print(shell.completions)
    return 0
  }

  private static func printManual(
    _ arguments: Arguments, _ console: Console
  ) throws(UsageError) -> Int32 {
    guard arguments.operands.isEmpty else { throw UsageError(message: "man takes no operands") }
    console.print(ManualPage.text)
    return 0
  }

  /// Runs the language server; nothing else may use stdout.
  private static func serve(_ arguments: Arguments, _ console: Console) throws(UsageError) -> Int32
  {
    guard arguments.operands.isEmpty else {
      throw UsageError(message: "lsp takes no files; it reads from stdin")
    }
    let processID = arguments["--clientProcessId"]
    let number = processID.flatMap { Int($0) }
    if let processID, number == nil {
      throw UsageError(message: "--clientProcessId takes a number, not \(processID)")
    }
    if let path = arguments["--log"], !mayWrite(path) {
      console.complain("\(TerminalText.name(path)): no log can be written there")
    }
    var server = LanguageServer(
      options: LanguageServer.Options(logPath: arguments["--log"], clientProcessID: number))
    return server.run()
  }

  private static func mayWrite(_ path: String) -> Bool {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
    return descriptor >= 0
  }
}
