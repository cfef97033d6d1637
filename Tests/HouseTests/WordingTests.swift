import Testing

/// Sources and READMEs avoid words that readers stumble over.
@Suite struct WordingTests {
  /// Each entry is a phrase: its words in order, each in all its forms. `…` allows up to three
  /// other words.
  private static let phrases: [[Set<String>]] = [
    [["mend", "mends", "mended", "mending", "mendable", "unmendable"]],
    [["anew"]],
    [["tell", "tells", "told", "telling"], ["…"], ["apart"]],
    [["know", "knows", "knew", "known"], ["again"]],
    [["take", "takes", "took", "taken", "taking"], ["back"]],
    [["look", "looks", "looked", "looking"], ["at"]],
    [["is", "are", "was", "were"], ["none"]],
    [["bear", "bears", "bore", "borne"]],
    [["so"], ["many"]],
    [["as"], ["many"], ["as"]],
    [["stand", "stands", "stood", "standing"], ["in"]],
    [["parted", "parting"]],
  ]

  /// The phrases by each form of their first word.
  private static let phrasesByStart: [String: [[Set<String>]]] = {
    var found: [String: [[Set<String>]]] = [:]
    for phrase in phrases {
      for word in phrase[0] { found[word, default: []].append(phrase) }
    }
    return found
  }()

  private static var paths: [String] {
    let folders = ["Sources", "Tests", "Editors", "Grammar", ".github", ".ci"]
    let files = folders.flatMap { folder in
      [".swift", ".py", ".md", ".yml", "run", "release"].flatMap {
        Repository.files(in: folder, suffix: $0)
      }
    }
    let others = ["README.md", "Package.swift", ".pre-commit-hooks.yaml", "Tests/Fuzz/run"]
    // A fixture is somebody's list, and this file names the words.
    return (files + others).filter { path in
      !path.hasSuffix(".generated.swift") && !path.contains("/corpus/")
        && !path.hasPrefix("Tests/Fixtures/") && path != "Tests/HouseTests/WordingTests.swift"
    }
  }

  @Test func wordsAreEasyToUnderstand() {
    for path in Self.paths {
      let lines = Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      for (line, phrase) in Self.found(in: lines.map { Array($0.utf8) }) {
        Issue.record("\(path):\(line): “\(phrase)”")
      }
    }
  }

  @Test func phrasesAreFound() {
    func found(_ text: String) -> [String] {
      Self.found(in: text.split(separator: "\n").map { Array($0.utf8) }).map(\.phrase)
    }
    #expect(found("isMended, test_mends, amend, commended") == ["mended", "mends"])
    #expect(found("/// It is\n/// none.") == ["is none"])
    #expect(found("tells one row apart") == ["tells one row apart"])
    #expect(found("So. Many are as many cells as columns; as many as") == ["as many as"])
    #expect(found("part, partition, understands in, x is None") == [])
  }

  /// A word, or punctuation that ends a phrase.
  private struct Token {
    var line: Int
    var word: String
  }

  private static func found(in lines: [[UInt8]]) -> [(line: Int, phrase: String)] {
    let tokens = lines.enumerated().flatMap { words(of: $1, line: $0 + 1) }
    var found: [(line: Int, phrase: String)] = []
    for start in tokens.indices {
      for phrase in phrasesByStart[tokens[start].word] ?? [] {
        if let end = matchEnd(of: phrase[...], in: tokens, from: start) {
          let phrase = tokens[start..<end].map(\.word).joined(separator: " ")
          found.append((tokens[start].line, phrase))
        }
      }
    }
    return found
  }

  private static func matchEnd(
    of phrase: ArraySlice<Set<String>>, in tokens: [Token], from start: Int
  ) -> Int? {
    guard let forms = phrase.first else { return start }
    let rest = phrase.dropFirst()
    if forms == ["…"] {
      return (0...3).lazy.compactMap { gap -> Int? in
        let next = start + gap
        guard next <= tokens.count, !tokens[start..<next].contains(where: { $0.word.isEmpty })
        else { return nil }
        return matchEnd(of: rest, in: tokens, from: next)
      }.first
    }
    guard start < tokens.count, forms.contains(tokens[start].word) else { return nil }
    return matchEnd(of: rest, in: tokens, from: start + 1)
  }

  /// The words of a line in lower case, with names split at capitals and underscores.
  private static func words(of line: [UInt8], line number: Int) -> [Token] {
    var tokens: [Token] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty {
        tokens.append(Token(line: number, word: String(decoding: word, as: UTF8.self)))
      }
      word = []
    }
    for (index, byte) in line.enumerated() {
      let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if isCapital || byte == UInt8(ascii: "_") { end() }
      if byte == UInt8(ascii: "_") { continue }
      if SourceScanner.isWordByte(byte) {
        // Python's `None` keeps its capital.
        let isNone =
          word.isEmpty && line[index...].starts(with: "None".utf8)
          && (index == 0 || !SourceScanner.isWordByte(line[index - 1]))
        word.append(isCapital && !isNone ? byte | 0x20 : byte)
        continue
      }
      end()
      if !" \t/#*`>".utf8.contains(byte) { tokens.append(Token(line: number, word: "")) }
    }
    end()
    return tokens
  }
}
