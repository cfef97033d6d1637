/// Wrong usage: said on stderr, exit code 2.
struct UsageError: Error, Equatable {
  var message: String
}

/// The arguments of one command, as its description allows them.
struct Arguments: Sendable, Equatable {
  /// What is no option, in order.
  private(set) var operands: [String] = []
  /// True where the help is asked for; nothing else counts then.
  private(set) var wantsHelp = false
  /// True where the version is asked for.
  private(set) var wantsVersion = false
  private var values: [String: [String]] = [:]

  /// Reads the words behind a command.
  init(_ words: [String], of command: CommandDescription) throws(UsageError) {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        operands += rest
        return
      }
      if Self.isOption(word) {
        try readOption(word, &rest, command)
      } else {
        operands.append(word)
      }
    }
  }

  private static func isOption(_ word: String) -> Bool {
    word.utf8.first == UInt8(ascii: "-") && word != "-"
  }

  private mutating func readOption(
    _ word: String, _ rest: inout ArraySlice<String>, _ command: CommandDescription
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? word
    let ownValue = parts.count > 1 ? String(parts[1]) : nil
    guard let option = (command.options + CommandDescription.everywhere).first(named: name) else {
      throw UsageError(
        message: "unknown option \(name); see “mdcatalog \(command.name) --help”")
    }
    guard let valueName = option.valueName else {
      if ownValue != nil { throw UsageError(message: "\(name) takes no value") }
      if option.name == "--help" { wantsHelp = true }
      if option.name == "--version" { wantsVersion = true }
      values[option.name, default: []].append("")
      return
    }
    if let ownValue {
      values[option.name, default: []].append(ownValue)
    } else if let value = rest.first, !Self.isOption(value) {
      rest.removeFirst()
      values[option.name, default: []].append(value)
    } else {
      throw UsageError(message: "\(name) needs a value: \(valueName)")
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option; where it was given several times the last counts.
  subscript(name: String) -> String? { values[name]?.last }

  /// The items of an option whose value is a list, all values together; nil where it was not given.
  func list(_ name: String) -> [String]? {
    values[name].map { values in
      values.flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " } }
        .filter { !$0.isEmpty }
    }
  }

  /// The format that an option names, one of those that there are; nil where it was not given.
  func format<Format: RawRepresentable<String> & CaseIterable>(
    _ option: String
  ) throws(UsageError) -> Format? {
    guard let name = self[option] else { return nil }
    if let format = Format(rawValue: name) { return format }
    throw UsageError(
      message: "unknown format \(TerminalText.name(name)); "
        + "\(option) takes \(Self.names(of: Format.self))")
  }

  /// The same where it must be given.
  func requiredFormat<Format: RawRepresentable<String> & CaseIterable>(
    _ option: String
  ) throws(UsageError) -> Format {
    if let format: Format = try format(option) { return format }
    throw UsageError(message: "a format is missing: \(option) \(Self.names(of: Format.self))")
  }

  private static func names<Format: RawRepresentable<String> & CaseIterable>(
    of format: Format.Type
  ) -> String {
    format.allCases.map(\.rawValue).joined(separator: ", ")
  }
}
