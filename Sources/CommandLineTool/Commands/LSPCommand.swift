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

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.isEmpty else {
      throw UsageError(message: "lsp takes no files: it reads from stdin")
    }
    let processID = arguments["--clientProcessId"]
    let clientProcessID = processID.flatMap { Int($0) }
    if let processID, clientProcessID == nil {
      throw UsageError(
        message: "--clientProcessId takes a number, not \(TerminalText.name(processID))")
    }
    let path = arguments["--log"]
    if let path {
      if let log = Descriptor(appendingTo: path) {
        log.close()
      } else {
        console.complain("\(TerminalText.name(path)): the log cannot be written")
      }
    }
    var server = LanguageServer(logPath: path, clientProcessID: clientProcessID)
    return server.run()
  }
}
