/// Help of the tool as a whole.
enum HelpText {
  /// The purpose of the tool.
  static let purpose = "keeps Markdown catalogs: lists as GitHub tables"

  /// What paths mean, line by line.
  static let about = [
    "A path is a file or a folder. Folders are searched for .md and .markdown files, except hidden",
    "folders and what .gitignore excludes. Without a path the current folder is used; - is stdin.",
    "The report, or the fixed text, goes to stdout, messages go to stderr.",
  ]

  /// The exit codes.
  static let exitCodes = "0 fine, 1 problems or changes, 2 wrong usage or unreadable input"

  /// The help that lists the commands.
  static func tool(_ commands: [CommandDescription]) -> String {
    var lines = [
      "mdcatalog \(purpose).", "",
      "Usage: mdcatalog COMMAND [options]", "", "Commands:",
    ]
    for command in commands { lines.append(row(command.name, command.summary)) }
    lines += ["", "Options: -h, --help, --version.", "Exit codes: \(exitCodes)."]
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line of two columns.
  static func row(_ left: String, _ right: String) -> String {
    "  " + (left + "  ").padded(to: 26) + right
  }
}

extension CommandDescription {
  /// The help of this command.
  var help: String {
    let usage = ["mdcatalog", name, "[options]", operands].filter { !$0.isEmpty }
    var lines = [
      "\(summary).", "", "Usage: \(usage.joined(separator: " "))", "", "Options:",
    ]
    for option in allOptions { lines.append(HelpText.row(option.usage, option.summary)) }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }
}
