/// Completion in zsh by its function `_arguments`.
struct ZshCompletions {
  let commands: [CommandDescription]

  var script: String {
    let names = commands.map { "    " + "\($0.name):\($0.summary)".shellQuoted }
    return """
      #compdef mdcatalog
      # zsh completion of mdcatalog, made by “mdcatalog completions zsh”.

      _mdcatalog() {
        local -a commands
        commands=(
      \(names.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )); then
          _describe -t commands command commands
          _describe -o options '(--help:\"Print this help\" --version:\"Print the version\")'
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
      \(commands.map(branch).joined(separator: "\n"))
        esac
      }

      if [[ $funcstack[1] == _mdcatalog ]]; then
        _mdcatalog "$@"
      else
        compdef _mdcatalog mdcatalog
      fi

      """
  }

  private func branch(_ command: CommandDescription) -> String {
    let options = command.allOptions.map(specification)
    let operands = command.numberedValues.map { number, values in
      let place = number.map { String($0 + 1) } ?? "*"
      return "\(place):\(command.operands.isEmpty ? "" : "operand"):\(action(values))".shellQuoted
    }
    let lines = (options + operands).map { "        \($0)" }
    return "    \(command.name))\n      _arguments -S \\\n"
      + lines.joined(separator: " \\\n") + "\n      ;;"
  }

  private func specification(_ option: CommandDescription.Option) -> String {
    let summary = Self.escaped(option.summary)
    guard let name = option.valueName else { return "\(option.name)[\(summary)]".shellQuoted }
    return "\(option.name)=[\(summary)]:\(name):\(action(option.values))".shellQuoted
  }

  /// Text between the brackets of a specification.
  private static func escaped(_ text: String) -> String {
    text.escaped { "[]\\:".unicodeScalars.contains($0) ? "\\\($0)" : nil }
  }

  private func action(_ values: CommandDescription.Values) -> String {
    switch values {
    case .anything: " "
    case .files: "_files"
    case .commands: action(.words(commands.map(\.name)))
    case .words(let words): "(" + words.joined(separator: " ") + ")"
    case .lists(let words): "_values -s , code " + words.joined(separator: " ")
    }
  }
}
