/// The arguments of one command, from which parsing, help, completions and the manual page derive.
struct CommandDescription: Sendable {
  /// The values that an option or an operand takes.
  enum Values: Sendable {
    case anything, files
    case words([String])
    /// Words separated by commas.
    case lists([String])
    /// The names of the commands.
    case commands
  }

  /// An option, with its value's name if it takes one.
  struct Option: Sendable {
    var name: String
    /// The short form.
    var shortName: String?
    var valueName: String?
    var summary: String
    /// The values it takes.
    var values = Values.anything
  }

  var name: String
  /// The operands in the usage line.
  var operands: String
  var summary: String
  var options: [Option] = []
  /// Further lines of the help.
  var notes: [String] = []
  /// The values of the operands in order; the last applies to all that follow.
  var operandValues: [Values] = []

  /// The options of every command.
  static let everywhere = [
    Option(name: "--help", shortName: "-h", summary: "Print this help"),
    Option(name: "--version", summary: "Print the version"),
  ]

  /// All options.
  var allOptions: [Option] { options + Self.everywhere }

  /// The option of a name, long or short.
  func option(named name: String) -> Option? {
    allOptions.first { $0.name == name || $0.shortName == name }
  }

  /// The values of the operands with their numbers from 0, nil for all that follow.
  var numberedValues: [(number: Int?, values: Values)] {
    operandValues.enumerated().map { index, values in
      let isForAll = index == operandValues.count - 1 && operands.contains("…")
      return (isForAll ? nil : index, values)
    }
  }
}

extension CommandDescription.Option {
  /// The names and the value's name: `-h, --help`, `--table N`.
  var usage: String {
    let names = [shortName, name].compactMap { $0 }.joined(separator: ", ")
    return names + (valueName.map { " \($0)" } ?? "")
  }

  /// An option whose value is one of a list.
  static func choice<Choice: NamedChoice>(
    _ name: String, _ valueName: String, of choices: [Choice]
  ) -> Self {
    let words = choices.names
    let others = words.dropLast().joined(separator: ", ")
    let summary = others.isEmpty ? words.joined() : "\(others) or \(words.last ?? "")"
    return Self(name: name, valueName: valueName, summary: summary, values: .words(words))
  }
}

/// Options of several commands.
extension CommandDescription.Option {
  static let stdinFilename = Self(
    name: "--stdin-filename", valueName: "NAME", summary: "The name to show for stdin")
  static let schema = Self(
    name: "--schema", valueName: "FILE", summary: "Use the schema of a file", values: .files)
  static let table = Self(
    name: "--table", valueName: "N", summary: "The number of the table, from 1")
  static let raw = Self(
    name: "--raw", summary: "CSV and TSV without the formula guard")
  static let diff = Self(
    name: "--diff", summary: "Show what would change, write nothing")
}
