/// One command as its users see it: the one description of arguments, from which parsing and help
/// are made.
struct CommandDescription: Sendable {
  /// An option, with its value's name where it takes one.
  struct Option: Sendable {
    var name: String
    /// The same option in short.
    var shortName: String?
    var valueName: String?
    var summary: String
  }

  var name: String
  /// What follows the command, for the usage line.
  var operands: String
  var summary: String
  var options: [Option]
  /// What the help says besides, line by line.
  var notes: [String] = []

  /// All commands, in the order of the help.
  static let all: [CommandDescription] = [
    check, format, export, importing, stats, schema, rule, lsp,
  ]

  /// Options of every command.
  static let everywhere = [
    Option(name: "--help", shortName: "-h", summary: "Print this help"),
    Option(name: "--version", summary: "Print the version"),
  ]

  static let stdinFilename = Option(
    name: "--stdin-filename", valueName: "NAME", summary: "The name to show for stdin")
  static let schemaFile = Option(
    name: "--schema", valueName: "FILE", summary: "Use the schema of a file")

  static let check = CommandDescription(
    name: "check", operands: "[PATH… or -]", summary: "Report problems in tables, and mend them",
    options: [
      Option(name: "--fix", summary: "Mend what can safely be mended"),
      Option(name: "--unsafe-fixes", summary: "Mend also what deserves a second look"),
      Option(name: "--diff", summary: "Show what a fix would change; write nothing"),
      Option(
        name: "--output-format", valueName: "FORMAT",
        summary: "text, json, github, sarif or junit"),
      Option(
        name: "--select", valueName: "CODES", summary: "Only these rules, separated by commas"),
      Option(name: "--ignore", valueName: "CODES", summary: "All rules but these"),
      schemaFile,
      Option(name: "--statistics", summary: "Count the problems of each rule"),
      Option(name: "--quiet", summary: "Print no summary"), stdinFilename,
    ])

  static let format = CommandDescription(
    name: "format", operands: "[PATH… or -]", summary: "Format tables, and nothing else",
    options: [
      Option(name: "--check", summary: "Write nothing; exit 1 if there is need"),
      Option(name: "--diff", summary: "Show what would change; write nothing"),
      Option(name: "--style", valueName: "STYLE", summary: "auto, aligned or compact"),
      Option(name: "--quiet", summary: "Do not say which files change"), stdinFilename,
    ])

  static let schema = CommandDescription(
    name: "schema", operands: "show [FILE] | init FILE or - | validate [FILE…]",
    summary: "Show the schema in force, infer one from tables, or check one",
    options: [schemaFile])

  static let rule = CommandDescription(
    name: "rule", operands: "[CODE]", summary: "Explain a rule, or list all", options: [])

  static let lsp = CommandDescription(
    name: "lsp", operands: "", summary: "Run the language server on stdin and stdout",
    options: [
      Option(name: "--stdio", summary: "Accepted, as some editors pass it"),
      Option(name: "--clientProcessId", valueName: "N", summary: "End when this process ends"),
      Option(name: "--log", valueName: "FILE", summary: "Write what happens into a file"),
    ])

  /// The help of this command.
  var help: String {
    var lines = [
      "\(summary).", "", "Usage: mdcatalog \(name) [options] \(operands)", "", "Options:",
    ]
    for option in options + Self.everywhere {
      let names = [option.shortName, option.name].compactMap { $0 }.joined(separator: ", ")
      lines.append(Self.row(names + (option.valueName.map { " \($0)" } ?? ""), option.summary))
    }
    if !notes.isEmpty { lines += [""] + notes }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The help of the tool.
  static var toolHelp: String {
    var lines = [
      "mdcatalog keeps Markdown catalogs: lists as GitHub tables.", "",
      "Usage: mdcatalog COMMAND [options]", "", "Commands:",
    ]
    for command in all { lines.append(row(command.name, command.summary)) }
    lines += [
      row("help [COMMAND]", "Tell more about a command, as “mdcatalog COMMAND --help” does"), "",
      "Options: -h, --help, --version.",
      "Exit codes: 0 fine, 1 problems or changes, 2 wrong usage or unreadable input.",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ left: String, _ right: String) -> String {
    "  " + left + String(repeating: " ", count: max(2, 26 - left.count)) + right
  }
}

extension [CommandDescription.Option] {
  /// The option of a name, long or short.
  func first(named name: String) -> CommandDescription.Option? {
    first { $0.name == name || $0.shortName == name }
  }
}

extension [CommandDescription] {
  /// The command of a name.
  func named(_ name: String) throws(UsageError) -> CommandDescription {
    if let command = first(where: { $0.name == name }) { return command }
    let kind = name.utf8.first == UInt8(ascii: "-") ? "option" : "command"
    throw UsageError(
      message: "unknown \(kind) \(name); commands are \(map(\.name).joined(separator: ", "))")
  }
}
