import Testing

/// `Version.swift` in `Sources` is the source of the version; other files repeat it.
///
/// The man page, SARIF, the answer to `initialize` and `.ci/release` get it from the code.
@Suite struct VersionTests {
  private static let version: String = {
    let paths = Repository.files(in: "Sources", suffix: "/Version.swift")
    let line = paths.map(Repository.text).joined().split(separator: "\n")
      .first { $0.contains("static let current") }
    return line?.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
  }()

  @Test(arguments: [
    ("README.md", "rev: v%\n"),
    (".github/workflows/catalog.yml.example", "/.github/actions/mdcatalog@v%\n"),
    (".github/CHANGELOG.md", "\n## [%] - 20"),
    (".github/CHANGELOG.md", "\n[%]: https://github.com/"),
    ("Editors/vscode/package.json", "\n  \"version\": \"%\",\n"),
    ("Editors/zed/Cargo.toml", "\nversion = \"%\"\n"),
    ("Editors/zed/extension.toml", "\nversion = \"%\"\n"),
  ])
  func everyFileNamesTheSameVersion(path: String, line: String) {
    #expect(Self.version.split(separator: ".").count == 3)
    let expected = line.replacing("%", with: Self.version)
    #expect(Repository.text(path).contains(expected), "\(path) must contain “\(expected)”")
  }
}
