/// Wrong usage: said on stderr, exit code 2.
struct UsageError: Error, Equatable {
  var message: String
}

/// The arguments of one command, as its description allows them.
struct Arguments: Sendable, Equatable {
  /// What is no option, in order.
  private(set) var operands: [String] = []
  private var values: [String: String] = [:]

  /// Reads the words behind a command.
  init(_ words: [String], of command: CommandDescription) throws(UsageError) {
    var index = 0
    var optionsEnd = false
    while index < words.count {
      let word = words[index]
      index += 1
      if optionsEnd || word == "-" || !word.hasPrefix("-") {
        operands.append(word)
      } else if word == "--" {
        optionsEnd = true
      } else {
        try readOption(word, words, &index, command)
      }
    }
  }

  private mutating func readOption(
    _ word: String, _ words: [String], _ index: inout Int, _ command: CommandDescription
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? word
    guard let option = command.options.first(where: { $0.name == name }) else {
      throw UsageError(
        message: "unknown option \(name); see “mdcatalog \(command.name) --help”")
    }
    guard option.valueName != nil else {
      if parts.count > 1 { throw UsageError(message: "\(name) takes no value") }
      values[name] = ""
      return
    }
    if parts.count > 1 {
      values[name] = String(parts[1])
    } else if index < words.count {
      values[name] = words[index]
      index += 1
    } else {
      throw UsageError(message: "\(name) needs a value: \(option.valueName ?? "")")
    }
  }

  /// Whether an option was given.
  func has(_ name: String) -> Bool { values[name] != nil }

  /// The value of an option.
  subscript(name: String) -> String? { values[name] }
}
