import CatalogData
import LineStore
import Testing

@testable import CommandLineTool

/// Small functions on text: patterns, columns, XML, names in diffs.
@Suite struct TextTests {
  private func excludes(_ patterns: String, _ path: String, isFolder: Bool = false) -> Bool? {
    IgnorePatterns(patterns.utf8).excludes(
      path.split(separator: "/").map(String.init)[...], isFolder: isFolder)
  }

  @Test func patternsOfGitignore() {
    #expect(excludes("*.md", "a/b.md") == true)
    #expect(excludes("/b.md", "a/b.md") == nil)
    #expect(excludes("a/**/c.md", "a/b/c.md") == true)
    #expect(excludes("*.md\n!b.md", "b.md") == false)
    #expect(excludes("b/", "b") == nil && excludes("b/", "b", isFolder: true) == true)
    #expect(excludes("# c\na\\ ", "a ") == true)
  }

  @Test func textWithoutWidthIsCutToo() {
    let line = Array(String(repeating: "\u{200B}", count: 10_000).utf8)
    let window = SourceWindow(line.span, 15_000, 15_003)
    #expect(window.text.utf8.count < 4_000 && window.text.hasSuffix("…"))
  }

  @Test func columnsCountScalars() {
    let text = LineText(ContiguousArray("\u{FEFF}aé手🧠|b".utf8))
    var columns = ScalarColumns()
    let range = TextPosition(line: 0, byteColumn: 4)..<TextPosition(line: 0, byteColumn: 13)
    #expect(columns.columns(of: range, in: text) == (2, 5))
    #expect(columns.columns(of: range, in: text) == (2, 5))
  }

  @Test func brokenUTF8IsFound() {
    #expect(UTF8Check.firstBrokenByte(ContiguousArray("aé手🧠".utf8)) == nil)
    #expect(UTF8Check.firstBrokenByte([0x61, 0xC3, 0x28]) == 1)
    #expect(UTF8Check.firstBrokenByte([0xED, 0xA0, 0x80]) == 0)
    #expect(UTF8Check.firstBrokenByte([0x61, 0x80]) == 1)
  }

  @Test func terminalTextIsHarmless() {
    #expect(TerminalText.shown("a\u{1B}[2J\tb\u{202E}") == "a\\u{1B}[2J b\\u{202E}")
    #expect(TerminalText.name("a b") == "“a b”" && TerminalText.name("") == "“”")
  }

  @Test func namesInDiffsAreQuotedAsGitDoes() {
    #expect(DiffName.quoted("a b") == "a b\t")
    #expect(DiffName.quoted("a\"\\\n\u{1}") == "\"a\\\"\\\\\\n\\001\"")
  }

  @Test func xmlHasOnlyItsCharacters() {
    #expect(
      XMLText.escaped("<a\t\"b\"\u{1}>", isAttribute: true)
        == "&lt;a&#9;&quot;b&quot;\u{FFFD}&gt;")
    #expect(XMLText.escaped("a\tb\n") == "a\tb\n")
  }
}
