/// The arguments of one command, checked against its description.
struct Arguments: Sendable, Equatable {
  /// The arguments that are not options, in order.
  private(set) var operands: [String] = []
  private var values: [String: [String]] = [:]

  /// Reads the words after a command.
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
    let name = String(parts[0])
    var value = parts.count > 1 ? String(parts[1]) : nil
    guard let option = command.option(named: name) else {
      throw UsageError(message: "unknown option \(name): see “mdcatalog \(command.name) --help”")
    }
    if let valueName = option.valueName {
      if value == nil, let next = rest.first, !Self.isOption(next) { value = rest.removeFirst() }
      if value == nil { throw UsageError(message: "\(name) needs a value: \(valueName)") }
    } else if value != nil {
      throw UsageError(message: "\(name) takes no value")
    }
    values[option.name, default: []].append(value ?? "")
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The last value of an option.
  subscript(name: String) -> String? { values[name]?.last }

  /// The items of an option that takes lists, of all its values; nil without the option.
  func list(_ name: String) -> [String]? {
    values[name]?.flatMap { $0.split(separator: ",") }.map { $0.filter { $0 != " " } }
      .filter { !$0.isEmpty }
  }

  /// The number from 1 that an option takes; nil without the option.
  func number(_ option: String) throws(UsageError) -> Int? {
    guard let text = self[option] else { return nil }
    if let number = Int(text), number >= 1 { return number }
    throw UsageError(message: "\(option) takes a number from 1, not \(TerminalText.name(text))")
  }

  /// The choice that an option names; nil without the option.
  func choice<Choice: NamedChoice>(
    _ option: String, of choices: [Choice]
  ) throws(UsageError) -> Choice? {
    guard let name = self[option] else { return nil }
    if let choice = choices.named(name) { return choice }
    throw UsageError(
      message: "unknown value \(TerminalText.name(name)) for \(option): "
        + "use \(choices.names.joined(separator: ", "))")
  }

  /// The choice that a required option names.
  func requiredChoice<Choice: NamedChoice>(
    _ option: String, of choices: [Choice]
  ) throws(UsageError) -> Choice {
    if let choice = try choice(option, of: choices) { return choice }
    throw UsageError(
      message: "\(option) is missing: use \(choices.names.joined(separator: ", "))")
  }
}
