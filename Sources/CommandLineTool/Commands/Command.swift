/// A command of the tool. Each is declared in a file of its own and listed in `Commands`.
protocol Command: SendableMetatype {
  typealias Option = CommandDescription.Option

  /// Its arguments, from which help, completions and the manual page derive.
  static var description: CommandDescription { get }

  /// The call.
  var invocation: Invocation { get }

  /// Reads the arguments.
  init(invocation: Invocation) throws(UsageError)

  /// Runs and returns the exit code.
  mutating func run() throws(UsageError) -> Int32
}

extension Command {
  /// The arguments of the call.
  var arguments: Arguments { invocation.arguments }
  /// The streams of the call.
  var console: Console { invocation.console }
}

/// One call of a command.
struct Invocation {
  let arguments: Arguments
  let console: Console
  /// The descriptions of all commands.
  let commands: [CommandDescription]
}
