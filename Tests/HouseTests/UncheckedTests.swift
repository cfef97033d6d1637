import Testing

/// Swift cannot recover from a trap, so code that may trap on some input is not allowed.
@Suite struct UncheckedTests {
  private static let words = [
    "try!", "as!", "unowned", "fatalError(", "precondition(", "preconditionFailure(",
    "assertionFailure(", "assert(", "unsafeBitCast", "unsafelyUnwrapped", "unchecked:", "exit(",
  ]
  /// Files that end the process on purpose: after a crash, without a client, after a command.
  private static let exits: Set<String> = [
    "Sources/System/Processes/ParentWatch.swift", "Sources/mdcatalog/EntryPoint.swift",
    "Sources/Benchmark/EntryPoint.swift",
  ]
  private static let narrowTypes = ["UInt8", "UInt16", "UInt32", "Int8", "Int16", "Int32"]
  /// Labels of conversions that cannot trap.
  private static let labels = [
    "clamping:", "truncatingIfNeeded:", "bitPattern:", "exactly:", "ascii:", "littleEndian:",
    "bigEndian:",
  ]

  private static var lines: [(path: String, line: Int, code: String)] {
    let paths = Repository.files(in: "Sources", suffix: ".swift")
    return paths.filter { !$0.hasSuffix(".generated.swift") }.flatMap { path in
      CodeLines.of(Repository.text(path)).enumerated().map { (path, $0 + 1, $1) }
    }
  }

  @Test func nothingTraps() {
    for (path, line, code) in Self.lines {
      for word in Self.words where code.contains(word) {
        if word == "exit(", Self.exits.contains(path) { continue }
        Issue.record("\(path):\(line): \(code)")
      }
    }
  }

  @Test func nothingIsForceUnwrapped() {
    for (path, line, code) in Self.lines {
      let scalars = Array(code.unicodeScalars)
      for index in scalars.indices.dropFirst() where scalars[index] == "!" {
        let before = scalars[index - 1]
        let followsValue =
          before.properties.isXIDContinue || ")]}?".unicodeScalars.contains(before)
        let isComparison = index + 1 < scalars.count && scalars[index + 1] == "="
        #expect(!followsValue || isComparison, "\(path):\(line): \(code)")
      }
    }
  }

  /// A narrowing conversion needs a label; without one a number that is too large traps.
  @Test func narrowingConversionsHaveALabel() {
    for (path, line, code) in Self.lines {
      for type in Self.narrowTypes {
        for part in Self.arguments(of: type, in: code) where !part.hasPrefix(")") {
          // A capital starts a constant; `Int(text, radix:)` returns nil.
          let isSafe =
            Self.labels.contains { part.hasPrefix($0) } || part.first?.isUppercase == true
          #expect(isSafe, "\(path):\(line): \(code)")
        }
      }
    }
  }

  /// The code after each `Type(` of a line.
  private static func arguments(of type: String, in code: String) -> [Substring] {
    var found: [Substring] = []
    var rest = code[...]
    while let range = rest.firstRange(of: type + "(") {
      let isWhole = range.lowerBound == rest.startIndex || !rest[..<range.lowerBound].endsInWord
      rest = rest[range.upperBound...]
      if isWhole { found.append(rest) }
    }
    return found
  }

  @Test func commentsAndStringsAreNotCode() {
    let text = "let a = \"x!\" + b // c!\n\"\"\"\n d!\n\"\"\"\n/// e!"
    #expect(CodeLines.of(text) == ["let a = \"\" + b ", "", "", "", ""])
  }
}

extension Substring {
  fileprivate var endsInWord: Bool {
    last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }
}
