import CatalogSchema
import Testing

@testable import CatalogModel

/// Characters that nobody sees, by where they are.
@Suite struct SuspiciousCharacterTests: RuleSuite {
  private func problems(
    _ row: String, header: String = MarkedRows.header
  ) -> [(severity: Severity, isSafe: Bool?)] {
    Catalog(utf8: ContiguousArray((header + row + "\n").utf8)).problems()
      .filter { $0.rule == "suspicious-character" }
      .map { ($0.severity, $0.fix?.isSafe) }
  }

  @Test(arguments: ["10\u{A0}%", "« a\u{202F}»", "soft\u{AD}ly", "no\u{2007}1"])
  func typographyIsRightInProse(text: String) {
    #expect(problems("| [A](https://a.org) | \(text) | Text | CT | 3D |").isEmpty)
  }

  @Test(arguments: ["Te\u{200B}xt", "Instance\u{A0}Segmentation", "Te\u{AD}xt", "\u{7}Text"])
  func termsAreFixed(term: String) {
    let found = problems("| [A](https://a.org) | Hand | \(term) | CT | 3D |")
    #expect(found.map(\.severity) == [.warning] && found.first?.isSafe == true)
  }

  @Test func namesAreWarnings() {
    let found = problems("| [A\u{A0}b](https://a.org) | Hand | Text | CT | 3D |")
    #expect(found.map(\.severity) == [.warning] && found.first?.isSafe == false)
  }

  @Test(arguments: [
    "[x](https://x.org/a\u{A0}b)", "https://x.org/a\u{200B}b", "<https://x.org/\u{FEFF}>",
    "www.x.org/\u{AD}a",
  ])
  func urlsHaveNoFix(text: String) {
    let found = problems("| [A](https://a.org) | \(text) | Text | CT | 3D |")
    #expect(found.map(\.severity) == [.warning] && found.first?.isSafe == nil)
  }

  @Test func zeroWidthCharactersInProseAreHints() {
    let found = problems("| [A](https://a.org) | a\u{200B}b | Text | CT | 3D |")
    #expect(found.map(\.severity) == [.hint] && found.first?.isSafe == false)
    let plain = problems("| a\u{200B}b | c |", header: "| x | y |\n|---|---|\n")
    #expect(plain.map(\.severity) == [.hint])
  }

  @Test(arguments: [
    ("[ b ](https://b.org)", "[b](https://b.org)"),
    ("see[ b](https://b.org)", "see [b](https://b.org)"),
    ("[b ](https://b.org)and", "[b](https://b.org) and"),
  ])
  func spacesAtTheEdgeOfALinksText(written: String, meant: String) {
    func row(_ text: String) -> String { "| [A](https://a.org) | \(text) | Text | CT | 3D |" }
    #expect(problems(row(written)).map(\.severity) == [.hint])
    #expect(fixed(row(written)) == row(meant))
  }
}
