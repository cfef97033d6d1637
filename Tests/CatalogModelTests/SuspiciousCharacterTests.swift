import CatalogSchema
import TestSupport
import Testing

@testable import CatalogModel

/// Characters that nobody sees, by where they are.
@Suite struct SuspiciousCharacterTests: RuleSuite {
  private func problems(
    _ row: String, header: String = MarkedRows.header,
    with configuration: Configuration = .closed
  ) -> [(severity: Severity, isSafe: Bool?)] {
    Catalog(utf8: ContiguousArray((header + row + "\n").utf8), configuration: configuration)
      .problems()
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
    let row = "| [A](https://a.org) | a\u{200B}b | Text | CT | 3D |"
    let found = problems(row, with: .standard)
    #expect(found.map(\.severity) == [.hint] && found.first?.isSafe == false)
    let plain = problems("| key | a\u{200B}b |", header: "| x | y |\n|---|---|\n")
    #expect(plain.map(\.severity) == [.hint])
  }

  @Test(arguments: [
    "text\u{A0}", "\u{3000}text", "\u{2003}text [b](https://b.org)\u{A0}\u{A0}", "\u{A0}",
  ])
  func spacesAtTheEdgesOfACellAreHints(text: String) {
    let row = "| [A](https://a.org) | \(text) | Text | CT | 3D |"
    let found = problems(row)
    #expect(!found.isEmpty && found.allSatisfy { $0.severity == .hint && $0.isSafe == false })
    #expect(found.count == (text.hasPrefix("\u{2003}") ? 2 : 1))
    #expect(!fixed(row, false).contains { "\u{A0}\u{3000}\u{2003}".contains($0) })
  }

  @Test func noBreakSpacesBetweenTheWordsOfALinkAreHints() {
    func found(_ text: String) -> [Severity] {
      problems(
        "| [A](https://a.org) | [\(text)](https://b.org) | Text | CT | 3D |", with: .standard
      )
      .map(\.severity)
    }
    #expect(found("of\u{A0}all") == [.hint])
    #expect(found("« tout\u{A0}»").isEmpty)
    #expect(found("10\u{A0}000 images").isEmpty)
    #expect(found("Pour\u{A0}: tout").isEmpty)
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
