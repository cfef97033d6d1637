import CatalogSchema
import Testing

@testable import CatalogModel

/// Records that an editor wrapped over several lines.
@Suite struct WrappedRecordTests: RuleSuite {
  private static let whole =
    "| [B](https://b.org) | Scans of two places, wrapped here | Text | CT | 3D |\n"

  @Test(arguments: [
    "| [B](https://b.org) | Scans of two places,\nwrapped here | Text | CT | 3D |\n",
    "| [B](https://b.org) | Scans of two places,\nwrapped\nhere | Text | CT | 3D |\n",
    "| [B](https://b.org) | Scans of two places, wrapped here\n| Text | CT | 3D |\n",
    "| [B](https://b.org) | Scans of two places, wrapped here |\nText | CT | 3D |\n",
  ])
  func aWrappedRecordIsOneProblem(text: String) {
    let first = "| [A](https://a.org) | Eyes | Text | CT | 3D |\n"
    let text = MarkedRows.header + first + text + "| [C](https://c.org) | Ears | Text | CT | 3D |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems().filter {
      $0.rule != "unformatted-table"
    }
    #expect(found.map(\.rule) == ["broken-table"], "\(found.map(\.message))")
    #expect(fixed(text, header: "") == text)
    #expect(fixed(text, header: "", false).contains(Self.whole))
  }

  /// Formatting leaves records, so it has nothing to change, also where a piece has both pipes.
  @Test func aRecordIsNoReasonToFormat() {
    let rows = String(repeating: "| 1111 | 2222 |\n", count: 4)
    let text = "| a    | b    |\n| ---- | ---- |\n" + rows + "| x\n| y   |\n"
    let codes = Catalog(utf8: ContiguousArray(text.utf8)).problems().map(\.rule)
    #expect(codes.contains("broken-table") && !codes.contains("unformatted-table"))
  }

  @Test func theSecondLineIsReported() {
    check(
      """
      | [B](https://b.org) | Scans of two places,
      wrapped here | Text | CT | 3D |
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ broken-table: goes on with the row above: join the 2 lines
      """)
  }

  @Test func recordsWithoutOuterPipes() {
    let text = """
      Name | About | Year | Place
      --- | --- | --- | ---
      Uno | First | 1990 | Rome
      Due | Second, with a text that goes on in the next line as
      editors wrap it | 1991 | Oslo
      Tre | Third | 1992 | Bern

      """
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    #expect(found.filter { $0.rule != "unformatted-table" }.map(\.rule) == ["broken-table"])
    #expect(
      fixed(text, header: "", false)
        == text.replacing("next line as\neditors", with: "next line as editors"))
  }

  /// Rows that merely end early, and a sentence under a row that is closed.
  @Test(arguments: [
    "a | b | c\n---|---|---\n1 | 2\n3 | 4\n5 | 6 | 7\n",
    "| a | b | c |\n|---|---|---|\n| 1 | 2 |\nA sentence.\n",
    "| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| 3 |\n",
  ])
  func otherShortRows(text: String) {
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    #expect(!found.contains { $0.rule == "broken-table" })
  }

  /// With an inserted cell, the row would go on with the row above.
  @Test func aSafeFixMakesNoRecord() {
    let text = """
      | [A](https://a.org) | Hand |
      | Text (of | CT
      | B | Foot |
      Text
      """
    let catalog = Catalog(utf8: ContiguousArray((MarkedRows.header + text).utf8))
    for problem in catalog.problems() where problem.fix?.isSafe == true {
      #expect(SafeFixes.fault(of: problem, in: catalog) == nil)
    }
  }

  @Test(arguments: [
    ("| A name of\nseveral words | 2 | 3 |\n", "| A name of several words | 2 | 3 |\n"),
    ("| [A long\nname](https://a.org) | 2 | 3 |\n", "| [A long name](https://a.org) | 2 | 3 |\n"),
    ("| [A](https://a.org/x/\ny) | 2 | 3 |\n", "| [A](https://a.org/x/y) | 2 | 3 |\n"),
    ("| 1 | 2 | [A](https://a.org/\ny) |\n", "| 1 | 2 | [A](https://a.org/y) |\n"),
  ])
  func theFirstCellOrALinkMayBeWrapped(wrapped: String, whole: String) {
    let head = "| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    let found = Catalog(utf8: ContiguousArray((head + wrapped + "| 4 | 5 | 6 |\n").utf8)).problems()
    #expect(found.map(\.rule) == ["broken-table"])
    #expect(fixed(wrapped, header: head, false) == whole)
  }

  @Test func aShortRowAboveARowWithoutItsFirstPipe() {
    let text = "| a | b | c |\n|---|---|---|\n| 1 |\n2 | 3 | 4 |\n"
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    #expect(!found.contains { $0.rule == "broken-table" }, "the row above is closed")
  }
}
