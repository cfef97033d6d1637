import Testing

/// Swift cannot unwind: what traps is an outage. What can trap on input is not written.
@Suite struct UncheckedTests {
  private static let words = [
    "try!", "as!", "unowned", "fatalError(", "precondition(", "preconditionFailure(",
    "assertionFailure(", "assert(", "unsafeBitCast", "unsafelyUnwrapped", "unchecked:", "exit(",
  ]
  /// Ends on purpose: a crash's note is left, the client is gone, the command is done.
  private static let exits: Set<String> = [
    "Sources/System/Processes/ParentWatch.swift", "Sources/mdcatalog/EntryPoint.swift",
    "Sources/Benchmark/EntryPoint.swift",
  ]
  private static let narrowTypes = ["UInt8", "UInt16", "UInt32", "Int8", "Int16", "Int32"]
  /// Conversions that cannot trap, or say what they do.
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

  @Test func nothingThatTrapsIsSaid() {
    for (path, line, code) in Self.lines {
      for word in Self.words where code.contains(word) {
        if word == "exit(", Self.exits.contains(path) { continue }
        Issue.record("\(path):\(line): \(code)")
      }
    }
  }

  @Test func nothingIsUnwrappedByForce() {
    for (path, line, code) in Self.lines {
      let scalars = Array(code.unicodeScalars)
      for index in scalars.indices.dropFirst() where scalars[index] == "!" {
        let before = scalars[index - 1]
        let isBehindValue =
          before.properties.isXIDContinue || ")]}?".unicodeScalars.contains(before)
        let isComparison = index + 1 < scalars.count && scalars[index + 1] == "="
        #expect(!isBehindValue || isComparison, "\(path):\(line): \(code)")
      }
    }
  }

  /// A number that does not fit traps, unless the conversion says what becomes of it.
  @Test func narrowNumbersAreMadeOnPurpose() {
    for (path, line, code) in Self.lines {
      for type in Self.narrowTypes {
        for part in Self.arguments(of: type, in: code) where !part.hasPrefix(")") {
          // A name in capitals is a constant, and a text with a radix may be none.
          let isSafe =
            Self.labels.contains { part.hasPrefix($0) } || part.first?.isUppercase == true
          #expect(isSafe, "\(path):\(line): \(code)")
        }
      }
    }
  }

  /// What stands behind each `Type(` of a line.
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

  @Test func codeIsToldFromTexts() {
    let text = "let a = \"x!\" + b // c!\n\"\"\"\n d!\n\"\"\"\n/// e!"
    #expect(CodeLines.of(text) == ["let a = \"\" + b ", "", "", "", ""])
  }
}

extension Substring {
  fileprivate var endsInWord: Bool {
    last.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
  }
}
