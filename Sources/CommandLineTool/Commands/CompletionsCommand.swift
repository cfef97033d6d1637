/// `mdcatalog completions`: prints the script of a shell.
struct CompletionsCommand: Command {
  static let description = CommandDescription(
    name: "completions", operands: "SHELL", summary: "Print the completion script of a shell",
    notes: [
      "Bash: mdcatalog completions bash >~/.local/share/bash-completion/completions/mdcatalog", "",
      "Fish: mdcatalog completions fish >~/.config/fish/completions/mdcatalog.fish", "",
      "Zsh: mdcatalog completions zsh >_mdcatalog, in a folder of fpath",
    ],
    operandValues: [.words(Shells.all.names)])

  let invocation: Invocation

  func run() throws(UsageError) -> Int32 {
    let operands = arguments.operands
    guard operands.count == 1, let shell = Shells.all.named(operands[0]) else {
      throw UsageError(
        message: "completions takes a shell: \(Shells.all.names.joined(separator: ", "))")
    }
    console.print(shell.script(invocation.commands))
    return 0
  }
}
