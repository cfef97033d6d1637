import System

/// The single text of a command that takes one.
enum SingleInput {
  /// Reads the file of a command's operand, or stdin; nil with a message if it cannot be read.
  static func read(
    _ arguments: Arguments, of command: String, _ console: Console
  ) throws(UsageError) -> Input? {
    guard arguments.operands.count == 1, let path = arguments.operands.first else {
      throw UsageError(message: "\(command) takes one file")
    }
    try checkIsNoFolder(path, of: command)
    let configurations = try Configurations(schemaFile: arguments["--schema"])
    let inputs = try Inputs(arguments, configurations, console)
    return read(inputs)
  }

  /// Reads the only text of some inputs.
  static func read(_ inputs: Inputs) -> Input? {
    var found: Input?
    return inputs.readAll { found = $0 } ? found : nil
  }

  /// Throws if a path is a folder.
  static func checkIsNoFolder(_ path: String, of command: String) throws(UsageError) {
    if path != "-", (try? FileStatus(ofPath: path))?.kind == .folder {
      throw UsageError(
        message: "\(TerminalText.name(path)) is a folder: \(command) takes one file")
    }
  }
}
