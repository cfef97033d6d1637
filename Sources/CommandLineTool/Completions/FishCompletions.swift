/// Completion in fish.
struct FishCompletions {
  let commands: [CommandDescription]

  var script: String {
    var lines = [
      "# fish completion of mdcatalog, made by “mdcatalog completions fish”.",
      "",
      "# Whether this is the command, with N operands (any number without N).",
      "function __mdcatalog_command",
      "  set -l words (commandline -opc)",
      "  test (count $words) -gt 1; and test $words[2] = $argv[1]; or return 1",
      "  set -q argv[2]; or return 0",
      "  set -l operands (string match -v -- '-*' $words[3..])",
      "  test (count $operands) -eq $argv[2]",
      "end",
      "",
      "complete -c mdcatalog -f",
    ]
    let isFirst = "test (count (commandline -opc)) -eq 1".shellQuoted
    for option in CommandDescription.everywhere {
      lines.append("complete -c mdcatalog \(flags(option)) -d \(option.summary.shellQuoted)")
    }
    for command in commands {
      lines.append(
        "complete -c mdcatalog -n \(isFirst) -a \(command.name) -d \(command.summary.shellQuoted)")
    }
    for command in commands { lines += [""] + self.lines(command) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(_ command: CommandDescription) -> [String] {
    let start = "complete -c mdcatalog -n "
    let condition = "__mdcatalog_command \(command.name)"
    let options = command.options.map { option in
      let value = option.valueName == nil ? "" : " -r" + self.value(option.values)
      let summary = " -d \(option.summary.shellQuoted)"
      return start + condition.shellQuoted + " \(flags(option))" + value + summary
    }
    let operands = command.numberedValues.map { number, values in
      start + (condition + (number.map { " \($0)" } ?? "")).shellQuoted + value(values)
    }
    return options + operands
  }

  private func flags(_ option: CommandDescription.Option) -> String {
    let short = option.shortName.map { "-s \($0.drop { $0 == "-" }) " } ?? ""
    return short + "-l \(option.name.drop { $0 == "-" })"
  }

  private func value(_ values: CommandDescription.Values) -> String {
    switch values {
    case .anything: " -f"
    case .files: " -F"
    case .commands: value(.words(commands.map(\.name)))
    case .words(let words): " -f -a " + words.joined(separator: " ").shellQuoted
    case .lists(let words):
      " -f -a "
        + "(__fish_complete_list , 'string split \" \" \"\(words.joined(separator: " "))\"')"
        .shellQuoted
    }
  }
}
