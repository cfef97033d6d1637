import Testing

/// What the house asks of its files is checked here, not left to taste.
@Suite struct TidyTests {
  /// The rooms, and which rooms each may import.
  private static let arrows: [String: Set<String>] = [
    "JSONText": [], "LineStore": [],
    "MessageStream": ["JSONText"], "ProtocolTypes": ["JSONText"],
    "TableSyntax": ["LineStore"], "CatalogSchema": ["JSONText"],
    "CatalogModel": ["CatalogSchema", "TableSyntax", "LineStore"],
    "CatalogFeatures": ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore"],
    "LanguageServer": [
      "CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "ProtocolTypes",
      "MessageStream", "JSONText",
    ],
    "CommandLineTool": [
      "LanguageServer", "CatalogFeatures", "CatalogModel", "CatalogSchema", "TableSyntax",
      "LineStore", "JSONText",
    ],
    "mdcatalog": ["CommandLineTool"],
    "Benchmark": ["CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore"],
  ]
  private static let systemModules: Set<String> = [
    "Darwin", "Glibc", "Dispatch", "Synchronization",
  ]
  /// The model reads a whole text on all cores.
  private static let roomsWithThreads: Set<String> = ["CatalogModel"]
  /// Functions of the C library that rooms may import by name.
  private static let functions: [String: Set<String>] = [
    "LineStore": ["Darwin.memchr", "Glibc.memchr"]
  ]
  /// Rooms that talk to the system.
  private static let outerRooms: Set<String> = [
    "MessageStream", "LanguageServer", "CommandLineTool", "mdcatalog",
  ]

  private static var sources: [String] { Repository.files(in: "Sources", suffix: ".swift") }

  private static func room(_ path: String) -> String { String(path.split(separator: "/")[1]) }

  @Test func roomsImportOnlyWhatTheyMay() {
    for path in Self.sources {
      let room = Self.room(path)
      var allowed = Self.arrows[room] ?? []
      allowed.insert("Synchronization")
      if Self.roomsWithThreads.contains(room) { allowed.insert("Dispatch") }
      if Self.outerRooms.contains(room) { allowed.formUnion(Self.systemModules) }
      for line in Repository.text(path).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
          !line.hasPrefix("//")
        else { continue }
        let isFunction = words[place + 1] == "func" && place + 2 < words.count
        let isAllowed =
          isFunction
          ? Self.functions[room]?.contains(String(words[place + 2])) == true
          : allowed.contains(String(words[place + 1]))
        #expect(isAllowed, "\(path): \(line)")
      }
    }
  }

  @Test func everyRoomIsKnown() {
    #expect(Set(Self.sources.map(Self.room)) == Set(Self.arrows.keys))
  }

  @Test func filesAndLinesAreShort() {
    for path in Self.sources + Repository.files(in: "Tests", suffix: ".swift")
    where !path.hasSuffix(".generated.swift") {
      let lines = Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 500, "\(path) has \(lines.count) lines")
      for (index, line) in lines.enumerated() where line.count > 100 {
        Issue.record("\(path):\(index + 1) has \(line.count) characters")
      }
    }
  }

  @Test func everyHandlerNamesItsSection() {
    for path in Repository.files(in: "Sources/LanguageServer/Handlers", suffix: ".swift") {
      var comment = ""
      for line in Repository.text(path).split(separator: "\n") {
        if line.hasPrefix("///") {
          comment += line
        } else {
          if line.hasPrefix("enum "), line.contains("Handler {"), !line.hasPrefix("enum Handler ") {
            #expect(
              comment.contains("LSP 3.17 *") || comment.contains("LSP 3.18 *"), "\(path): \(line)")
          }
          comment = ""
        }
      }
    }
  }

  @Test func everyRuleIsDocumented() throws {
    let files = Repository.files(in: "Sources/CatalogModel/Rules", suffix: "Rule.swift")
    let documented = files.compactMap { RuleDocumentation(Repository.text($0)) }
    #expect(documented.count == files.count)
    for rule in documented {
      #expect(rule.text.contains("\nBad: ") && rule.text.contains("\nGood: "), "\(rule.code)")
      #expect(Repository.text("README.md").contains("`\(rule.code)`"), "\(rule.code)")
    }
  }
}
