/// Completion in bash, from version 3.2 of macOS on, without the package bash-completion.
///
/// `COMP_WORDBREAKS` makes three words of `--style=aligned`, so the script knows by the words
/// before whether an option waits for its value.
enum BashCompletions {
  static var script: String {
    let commands = CommandDescription.all
    return """
      # bash completion of mdcatalog, made by “mdcatalog completions bash”.

      _mdcatalog_words() {
        COMPREPLY=($(compgen -W "$1" -- "$current"))
      }

      _mdcatalog_list() {
        local before=
        [[ $current == *,* ]] && before=${current%,*},
        COMPREPLY=($(compgen -P "$before" -W "$1" -- "${current##*,}"))
      }

      _mdcatalog_files() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$current"))
      }

      _mdcatalog() {
        local current=${COMP_WORDS[COMP_CWORD]} command= option= ended= word
        local -i operands=0 index
        COMPREPLY=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          word=${COMP_WORDS[index]}
          if [[ $word == = ]]; then
            continue
          elif [[ -z $command ]]; then
            command=$word
          elif [[ -n $option ]]; then
            option=
          elif [[ -z $ended && $word == -- ]]; then
            ended=1
          elif [[ -z $ended && $word == -?* ]]; then
            case "$command $word" in
              \(valueOptions(commands))) option=$word ;;
            esac
          else
            operands+=1
          fi
        done
        [[ $current == = ]] && current=
        if [[ -z $command ]]; then
          _mdcatalog_words '\(words(commands.map(\.name) + ["--help", "--version"]))'
        elif [[ -n $option ]]; then
          case "$command $option" in
      \(values(commands))
          esac
        elif [[ -z $ended && $current == -* ]]; then
          case $command in
      \(options(commands))
          esac
        else
          case "$command $operands" in
      \(operands(commands))
          esac
        fi
      }

      complete -F _mdcatalog mdcatalog

      """
  }

  private static func words(_ words: [String]) -> String { words.joined(separator: " ") }

  private static func valueOptions(_ commands: [CommandDescription]) -> String {
    commands.flatMap { command in
      command.options.filter { $0.valueName != nil }.map { "\"\(command.name) \($0.name)\"" }
    }.joined(separator: " | ")
  }

  private static func values(_ commands: [CommandDescription]) -> String {
    commands.flatMap { command in
      command.options.compactMap { option in
        option.valueName == nil
          ? nil : branch("\"\(command.name) \(option.name)\"", call(option.values))
      }
    }.joined(separator: "\n")
  }

  private static func options(_ commands: [CommandDescription]) -> String {
    commands.map { command in
      let names = (command.options + CommandDescription.everywhere).map(\.name)
      return branch(command.name, "_mdcatalog_words '\(words(names))'")
    }.joined(separator: "\n")
  }

  private static func operands(_ commands: [CommandDescription]) -> String {
    commands.flatMap { command in
      command.operandValues.enumerated().map { index, values in
        let isLast = index == command.operandValues.count - 1
        let place = isLast && command.takesManyOperands ? "*" : String(index)
        let pattern = place == "*" ? "\"\(command.name) \"*" : "\"\(command.name) \(place)\""
        return branch(pattern, call(values))
      }
    }.joined(separator: "\n")
  }

  private static func branch(_ pattern: String, _ call: String) -> String {
    "      \(pattern)) \(call) ;;"
  }

  private static func call(_ values: CommandDescription.Values) -> String {
    switch values {
    case .anything: ":"
    case .files: "_mdcatalog_files"
    case .words(let words): "_mdcatalog_words '\(Self.words(words))'"
    case .lists(let words): "_mdcatalog_list '\(Self.words(words))'"
    }
  }
}
