/// Completion in bash from version 3.2 on, without the package bash-completion.
///
/// `COMP_WORDBREAKS` splits `--style=aligned` into three words, so the script finds out from the
/// preceding words whether an option needs its value.
struct BashCompletions {
  let commands: [CommandDescription]

  var script: String {
    """
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
            \(valueOptions.map(\.pattern).joined(separator: " | "))) option=$word ;;
          esac
        else
          operands+=1
        fi
      done
      [[ $current == = ]] && current=
      if [[ -z $command ]]; then
        _mdcatalog_words '\(Self.words(commands.map(\.name) + ["--help", "--version"]))'
      elif [[ -n $option ]]; then
        case "$command $option" in
    \(values)
        esac
      elif [[ -z $ended && $current == -* ]]; then
        case $command in
    \(options)
        esac
      else
        case "$command $operands" in
    \(operands)
        esac
      fi
    }

    complete -F _mdcatalog mdcatalog

    """
  }

  private static func words(_ words: [String]) -> String { words.joined(separator: " ") }

  /// The options that take a value, with the pattern of each.
  private var valueOptions: [(pattern: String, values: CommandDescription.Values)] {
    commands.flatMap { command in
      command.options.filter { $0.valueName != nil }
        .map { ("\"\(command.name) \($0.name)\"", $0.values) }
    }
  }

  private var values: String {
    valueOptions.map { Self.branch($0.pattern, call($0.values)) }.joined(separator: "\n")
  }

  private var options: String {
    commands.map { command in
      let names = command.allOptions.map(\.name)
      return Self.branch(command.name, "_mdcatalog_words '\(Self.words(names))'")
    }.joined(separator: "\n")
  }

  private var operands: String {
    commands.flatMap { command in
      command.numberedValues.map { number, values in
        let pattern = number.map { "\"\(command.name) \($0)\"" } ?? "\"\(command.name) \"*"
        return Self.branch(pattern, call(values))
      }
    }.joined(separator: "\n")
  }

  private static func branch(_ pattern: String, _ call: String) -> String {
    "      \(pattern)) \(call) ;;"
  }

  private func call(_ values: CommandDescription.Values) -> String {
    switch values {
    case .anything: ":"
    case .files: "_mdcatalog_files"
    case .commands: "_mdcatalog_words '\(Self.words(commands.map(\.name)))'"
    case .words(let words): "_mdcatalog_words '\(Self.words(words))'"
    case .lists(let words): "_mdcatalog_list '\(Self.words(words))'"
    }
  }
}
