import LanguageServer
import System

/// `mdcatalog lsp`: runs the language server, which then owns stdout.
struct LSPCommand: Command {
  static let description = CommandDescription(
    name: "lsp", operands: "", summary: "Run the language server on stdin and stdout",
    options: [
      Option(name: "--stdio", summary: "Accepted, as some editors pass it"),
      Option(name: "--clientProcessId", valueName: "N", summary: "End when this process ends"),
      Option(
        name: "--log", valueName: "FILE", summary: "Append a log to a file", values: .files),
    ])

  private let logPath: String?
  private let clientProcessID: Int?

  init(_ invocation: Invocation) throws(UsageError) {
    let arguments = invocation.arguments
    guard arguments.operands.isEmpty else {
      throw UsageError(message: "lsp takes no files: it reads from stdin")
    }
    let processID = arguments["--clientProcessId"]
    clientProcessID = processID.flatMap { Int($0) }
    if let processID, clientProcessID == nil {
      throw UsageError(
        message: "--clientProcessId takes a number, not \(TerminalText.name(processID))")
    }
    logPath = arguments["--log"]
    guard let logPath else { return }
    if let log = Descriptor(appendingTo: logPath) {
      log.close()
    } else {
      invocation.console.complain("\(TerminalText.name(logPath)): the log cannot be written")
    }
  }

  func run() -> Int32 {
    var server = LanguageServer(logPath: logPath, clientProcessID: clientProcessID)
    return server.run()
  }
}
