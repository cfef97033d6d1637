import Testing

/// Rules for files and imports.
@Suite struct TidyTests {
  /// The modules, and the modules that each may import.
  private static let imports: [String: Set<String>] = [
    "System": [], "JSONText": [], "LineStore": [],
    "MessageStream": ["JSONText", "System"], "ProtocolTypes": ["JSONText"],
    "TableSyntax": ["LineStore"], "CatalogSchema": ["JSONText"],
    "ConfigurationFiles": ["CatalogModel", "CatalogSchema", "System"],
    "CatalogModel": ["CatalogSchema", "TableSyntax", "LineStore"],
    "CatalogFeatures": ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore"],
    "CatalogData": ["CatalogModel", "CatalogSchema", "TableSyntax", "LineStore", "JSONText"],
    "LanguageServer": [
      "CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "ProtocolTypes",
      "MessageStream", "ConfigurationFiles", "JSONText", "System",
    ],
    "CommandLineTool": [
      "LanguageServer", "CatalogData", "CatalogFeatures", "CatalogModel", "CatalogSchema",
      "TableSyntax", "LineStore", "ConfigurationFiles", "JSONText", "System",
    ],
    "mdcatalog": ["CommandLineTool"],
    "Benchmark": ["CatalogFeatures", "CatalogModel", "CatalogSchema", "LineStore", "TestSupport"],
  ]
  private static let posixModules: Set<String> = ["Darwin", "Glibc"]
  /// Modules that work on several threads.
  private static let modulesWithThreads: Set<String> = [
    "System", "MessageStream", "CatalogModel", "LanguageServer",
  ]
  /// Functions of the C library that modules may import by name.
  private static let functions: [String: Set<String>] = [
    "LineStore": ["Darwin.memchr", "Darwin.memcmp", "Glibc.memchr", "Glibc.memcmp"]
  ]
  /// Modules that make system calls.
  private static let modulesWithPOSIX: Set<String> = ["System", "mdcatalog"]

  private static var sources: [String] { Repository.files(in: "Sources", suffix: ".swift") }

  private static func module(of path: String) -> String { String(path.split(separator: "/")[1]) }

  @Test func modulesImportOnlyWhatTheyMay() {
    for path in Self.sources {
      let module = Self.module(of: path)
      var allowed = Self.imports[module] ?? []
      allowed.insert("Synchronization")
      if Self.modulesWithThreads.contains(module) { allowed.insert("Dispatch") }
      if Self.modulesWithPOSIX.contains(module) { allowed.formUnion(Self.posixModules) }
      for line in Repository.text(path).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, place + 1 < words.count,
          !line.hasPrefix("//")
        else { continue }
        let isFunction = words[place + 1] == "func" && place + 2 < words.count
        let isAllowed =
          isFunction
          ? Self.functions[module]?.contains(String(words[place + 2])) == true
          : allowed.contains(String(words[place + 1]))
        #expect(isAllowed, "\(path): \(line)")
      }
    }
  }

  @Test func onlyTheLSPCommandImportsTheServer() {
    let importing = Self.sources.filter { path in
      Self.module(of: path) == "CommandLineTool"
        && Repository.text(path).contains("import LanguageServer\n")
    }
    #expect(importing == ["Sources/CommandLineTool/Commands/LSPCommand.swift"])
  }

  @Test func everyModuleIsListed() {
    #expect(Set(Self.sources.map(Self.module)) == Set(Self.imports.keys))
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
          if line.hasPrefix("enum "), line.contains("Handler: ") {
            #expect(
              comment.contains("LSP 3.17 *") || comment.contains("LSP 3.18 *"), "\(path): \(line)")
          }
          comment = ""
        }
      }
    }
  }

  @Test func everyHandlerIsRegisteredAndKnowsNoJSON() {
    let list = Repository.text("Sources/LanguageServer/Handlers/AllHandlers.swift")
    let files = Repository.files(in: "Sources/LanguageServer/Handlers", suffix: "Handler.swift")
    #expect(!files.isEmpty)
    for path in files {
      let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      #expect(list.contains("\(name).self"), "\(path)")
      #expect(!Repository.text(path).contains("JSON"), "\(path)")
    }
  }

  @Test func everyRuleIsListedAndDocumented() throws {
    let rules = try RuleDocumentation.all()
    let files = Repository.files(in: "Sources/CatalogModel/Rules", suffix: "Rule.swift")
    #expect(rules.count == files.count)
    for rule in rules {
      #expect(rule.text.contains("\nBad: ") && rule.text.contains("\nGood: "), "\(rule.code)")
    }
  }
}
