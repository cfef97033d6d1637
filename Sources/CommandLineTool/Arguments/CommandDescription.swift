import CatalogModel
import CatalogSchema

/// One command as its users see it: the one description of arguments, from which parsing, help,
/// completions and the manual page are made.
struct CommandDescription: Sendable {
  /// What may stand for a value or an operand.
  enum Values: Sendable {
    case anything, files
    case words([String])
    /// Words with commas between them.
    case lists([String])
  }

  /// An option, with its value's name where it takes one.
  struct Option: Sendable {
    var name: String
    /// The same option in short.
    var shortName: String?
    var valueName: String?
    var summary: String
    /// What its value may be.
    var values = Values.anything
  }

  var name: String
  /// What follows the command, for the usage line.
  var operands: String
  var summary: String
  var options: [Option]
  /// What the help says besides, line by line.
  var notes: [String] = []
  /// What the first operand may be, and the next; the last of them stands for all that follow.
  var operandValues: [Values] = []

  /// All commands, in the order of the help.
  static let all = explained + [help]

  /// The commands that help explains.
  private static let explained = [
    check, format, export, importing, stats, schema, rule, lsp, completions, manual,
  ]

  /// Options of every command.
  static let everywhere = [
    Option(name: "--help", shortName: "-h", summary: "Print this help"),
    Option(name: "--version", summary: "Print the version"),
  ]

  static let stdinFilename = Option(
    name: "--stdin-filename", valueName: "NAME", summary: "The name to show for stdin")
  static let schemaFile = Option(
    name: "--schema", valueName: "FILE", summary: "Use the schema of a file", values: .files)

  static let check = CommandDescription(
    name: "check", operands: "[PATH… or -]", summary: "Report problems in tables, and mend them",
    options: [
      Option(name: "--fix", summary: "Mend what can safely be mended"),
      Option(name: "--unsafe-fixes", summary: "Mend also what deserves a second look"),
      Option(name: "--diff", summary: "Show what a fix would change; write nothing"),
      choice("--output-format", "FORMAT", of: ReportFormat.self),
      Option(
        name: "--select", valueName: "CODES", summary: "Only these rules, separated by commas",
        values: .lists(ruleCodes)),
      Option(
        name: "--ignore", valueName: "CODES", summary: "All rules but these",
        values: .lists(ruleCodes)),
      Option(
        name: "--baseline", valueName: "FILE", summary: "Leave out the problems that a file knows",
        values: .files),
      Option(
        name: "--write-baseline", summary: "Put all problems into the baseline, report none"),
      Option(
        name: "--changed-since", valueName: "REF",
        summary: "Only what has come since a commit of git"),
      schemaFile,
      Option(
        name: "--jobs", valueName: "N", summary: "Check so many files at once; else one a core"),
      Option(name: "--statistics", summary: "Count the problems of each rule"),
      Option(name: "--quiet", summary: "Print no summary"), stdinFilename,
    ], operandValues: [.files])

  static let format = CommandDescription(
    name: "format", operands: "[PATH… or -]", summary: "Format tables, and nothing else",
    options: [
      Option(name: "--check", summary: "Write nothing; exit 1 if there is need"),
      Option(name: "--diff", summary: "Show what would change; write nothing"),
      choice("--style", "STYLE", of: TableStyle.self),
      Option(name: "--quiet", summary: "Do not say which files change"), stdinFilename,
    ], operandValues: [.files])

  static let schema = CommandDescription(
    name: "schema", operands: "show [FILE] | init FILE or - | validate [FILE]",
    summary: "Show the schema in force, infer one from tables, or check one",
    options: [schemaFile], operandValues: [.words(["show", "init", "validate"]), .files])

  static let rule = CommandDescription(
    name: "rule", operands: "[CODE]", summary: "Explain a rule, or list all", options: [],
    operandValues: [.words(ruleCodes)])

  static let lsp = CommandDescription(
    name: "lsp", operands: "", summary: "Run the language server on stdin and stdout",
    options: [
      Option(name: "--stdio", summary: "Accepted, as some editors pass it"),
      Option(name: "--clientProcessId", valueName: "N", summary: "End when this process ends"),
      Option(
        name: "--log", valueName: "FILE", summary: "Write what happens into a file",
        values: .files),
    ])

  static let completions = CommandDescription(
    name: "completions", operands: "SHELL",
    summary: "Print what a shell needs to complete arguments", options: [],
    notes: [
      "Bash: mdcatalog completions bash >~/.local/share/bash-completion/completions/mdcatalog", "",
      "Fish: mdcatalog completions fish >~/.config/fish/completions/mdcatalog.fish", "",
      "Zsh: mdcatalog completions zsh >_mdcatalog, in a folder of fpath",
    ],
    operandValues: [.words(Shell.allCases.map(\.rawValue))])

  static let manual = CommandDescription(
    name: "man", operands: "", summary: "Print the manual page, for “man -l -”", options: [])

  static let help = CommandDescription(
    name: "help", operands: "[COMMAND]", summary: "Tell more about a command", options: [],
    operandValues: [.words(explained.map(\.name))])

  /// Whether more operands may follow than are described.
  var takesManyOperands: Bool { operands.contains("…") }

  /// What the tool does.
  static let purpose = "keeps Markdown catalogs: lists as GitHub tables"

  /// What paths mean, line by line.
  static let about = [
    "A path is a file, or a folder that is walked for .md and .markdown; hidden folders and what",
    ".gitignore excludes are left out. No path means the current folder, - means stdin.",
    "The report, or the text that was mended, goes to stdout, all else to stderr.",
  ]

  /// What the exit codes say.
  static let exitCodes = "0 fine, 1 problems or changes, 2 wrong usage or unreadable input"

  private static let ruleCodes = RuleCode.allCases.map(\.rawValue)

  /// An option whose value is one of a few words.
  static func choice<Word: CaseIterable & RawRepresentable<String>>(
    _ name: String, _ valueName: String, of _: Word.Type
  ) -> Option {
    let words = Word.allCases.map(\.rawValue)
    let others = words.dropLast().joined(separator: ", ")
    let summary = others.isEmpty ? words.joined() : "\(others) or \(words.last ?? "")"
    return Option(name: name, valueName: valueName, summary: summary, values: .words(words))
  }

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
      "mdcatalog \(purpose).", "",
      "Usage: mdcatalog COMMAND [options]", "", "Commands:",
    ]
    for command in all { lines.append(row(command.name, command.summary)) }
    lines += ["", "Options: -h, --help, --version.", "Exit codes: \(exitCodes)."]
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
