/// A shell that completes arguments by a script.
struct Shell: NamedChoice, Sendable {
  let name: String
  /// The script, made from the descriptions of the commands.
  let script: @Sendable ([CommandDescription]) -> String
}

/// The list of shells.
enum Shells {
  static let all = [
    Shell(name: "bash") { BashCompletions(commands: $0).script },
    Shell(name: "zsh") { ZshCompletions(commands: $0).script },
    Shell(name: "fish") { FishCompletions(commands: $0).script },
  ]
}
