import Testing

/// Links and paths in the project's documents lead to files.
@Suite struct LinkTests {
  private static let documents =
    ["README.md", ".github/CONTRIBUTING.md", ".github/CHANGELOG.md"]
    + ["Sources", "Tests", "Editors", "Grammar"].flatMap {
      Repository.files(in: $0, suffix: ".md").filter { !$0.contains("/Fixtures/") }
    }

  @Test func linksLeadToFiles() {
    for document in Self.documents where !document.hasPrefix("Tests/Editors/catalog") {
      let folder = document.split(separator: "/").dropLast().map(String.init)
      for target in Self.parts(of: Repository.text(document), from: "](", to: ")")
      where !target.contains("://") && !target.hasPrefix("#") && !target.contains(" ") {
        let path = String(target.prefix { $0 != "#" })
        let steps = folder + path.split(separator: "/").map(String.init)
        #expect(Repository.exists(Self.resolved(steps)), "\(document): \(target)")
      }
    }
  }

  /// A recipe names files that exist. Names in capitals are to be replaced.
  @Test func recipesNameFilesThatExist() {
    let text = Repository.text(".github/CONTRIBUTING.md")
    for path in Self.parts(of: text, from: "`", to: "`") where Self.isPath(path) {
      #expect(Repository.exists(path), "\(path)")
    }
  }

  @Test func stepsAreResolved() {
    #expect(Self.resolved(["a", "b", "..", "c.md"]) == "a/c.md")
    #expect(Self.parts(of: "[a](b) [c](d)", from: "](", to: ")") == ["b", "d"])
    #expect(Self.isPath("Tests/Editors/drivers.py") && !Self.isPath("Sources/NAMERule.swift"))
  }

  private static func isPath(_ text: String) -> Bool {
    let hasPlaceholder = text.split { !$0.isLetter }.contains { word in
      word.prefix(4).allSatisfy(\.isUppercase) && word.count > 3 && word != "README"
    }
    let isInRepository = ["Sources/", "Tests/", "Editors/", "Grammar/", ".ci/", ".github/"]
      .contains(where: text.hasPrefix)
    return isInRepository && !hasPlaceholder && !text.contains(" ")
  }

  private static func resolved(_ steps: [String]) -> String {
    var path: [String] = []
    for step in steps {
      if step == ".." { _ = path.popLast() } else if step != "." { path.append(step) }
    }
    return path.joined(separator: "/")
  }

  /// The texts between two marks.
  private static func parts(of text: String, from start: String, to end: String) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    while let opening = rest.firstRange(of: start) {
      rest = rest[opening.upperBound...]
      guard let closing = rest.firstRange(of: end) else { break }
      parts.append(String(rest[..<closing.lowerBound]))
      rest = rest[closing.upperBound...]
    }
    return parts
  }
}
