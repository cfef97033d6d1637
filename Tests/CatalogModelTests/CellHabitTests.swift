import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Rows that lack what nearly all other rows of their tables have.
@Suite struct CellHabitTests {
  private static let header = """
    | Tool | Made | Kind | Page | Note |
    | --- | --- | --- | --- | --- |

    """

  private static func row(_ number: Int, note: String = "good") -> String {
    let kind = number % 2 == 0 ? "Saw" : "Drill"
    return "| [T\(number)](https://t.org/\(number)) | \(1990 + number) | \(kind) "
      + "| [page](https://p.org/\(number)) | \(note) |\n"
  }

  private func said(_ rows: String, after count: Int, note: String = "good") -> [String] {
    let usual = (0..<count).map { Self.row($0, note: note) }.joined()
    return Catalog(utf8: ContiguousArray((Self.header + usual + rows).utf8)).problems()
      .filter { !["unformatted-table", "duplicate-row", "unsorted-row"].contains($0.rule) }
      .map { "\($0.rule.rawValue) \($0.severity.name): \($0.message)" }
  }

  // MARK: Missing cells

  @Test(arguments: [
    ("| [X](https://x.org) | Saw | [page](https://p.org/x) | fine |", "no cell for “Made”"),
    ("| 2001 | Saw | [page](https://p.org/x) | fine |", "no cell for “Tool”"),
    ("| [X](https://x.org) | 2001 | Saw | fine |", "no cell for “Page”"),
  ])
  func aValueUnderAWrongHeaderIsAnError(row: String, words: String) {
    let found = said(row, after: 6)
    #expect(found.count == 1 && found[0].hasPrefix("missing-cell error"))
    #expect(found.first?.contains(words) == true)
    #expect(said(row, after: 4).isEmpty, "too few rows show what columns hold")
  }

  @Test func aRowThatEndsEarlyIsAHintWhereOthersFillTheColumn() {
    let short = "| [X](https://x.org) | 2001 | Saw | [page](https://p.org/x) |\n"
    let hint =
      "missing-cell hint: The row ends after “Page”, though nearly all other rows fill “Note”"
    #expect(said(short, after: 12) == [hint])
    #expect(said(short, after: 8).isEmpty)
    #expect(said(short, after: 12, note: "").isEmpty)
    #expect(said(short + short, after: 12).isEmpty, "others end early too")
  }

  @Test func titlesOfGroupsAreNoProblem() {
    #expect(said("| **Hand tools** |\n", after: 30).isEmpty)
    #expect(said("| **Hand tools** |  |  |  |  |\n", after: 30).isEmpty)
    // The link says that it is a record.
    #expect(said("| [X](https://x.org) - a saw |\n", after: 30).count == 1)
  }

  @Test func rowsOfOtherKindsAreNoProblem() {
    #expect(said("| [X](https://x.org) | 2001 | Plane | - | fine |\n", after: 30).isEmpty)
    #expect(
      said("| [X](https://x.org) | N/A | Saw | [page](https://p.org/x) |\n", after: 8).isEmpty)
    #expect(said("| no link | 2001 | Saw |\n", after: 8).isEmpty)
  }

  @Test func schemasSayWhichCellsAreMissing() {
    let rows = (0..<20).map { "| [A\($0)](https://a.org/\($0)) | Text | Detection | CT | 3D |\n" }
    func found(_ row: String) -> [Problem] {
      let text = MarkedRows.header + rows.joined() + row
      return Catalog(utf8: ContiguousArray(text.utf8)).problems().filter {
        $0.rule == "missing-cell"
      }
    }
    let end = found("| [X](https://x.org) | Text | Detection | CT |\n")
    #expect(end.map(\.severity) == [.error] && end[0].fix?.isSafe == true)
    #expect(end.first?.message == "The row ends after “Modality”: “Dim.” is missing")
    let middle = found("| [X](https://x.org) | Hand | CT | 3D |\n")
    #expect(middle.map(\.severity) == [.error] && middle[0].fix?.isSafe == true)
  }

  // MARK: Empty cells and links

  @Test func anEmptyCellIsAHintWhereNearlyAllRowsFillTheColumn() {
    let row = "| [X](https://x.org) | 2001 | Saw | [page](https://p.org/x) |  |\n"
    #expect(
      said(row, after: 20) == ["empty-cell hint: “Note” is empty, unlike in nearly all other rows"])
    #expect(said(row, after: 18).isEmpty)
    #expect(said(row + row, after: 20).isEmpty)
    #expect(said(row.replacing("|  |", with: "| - |"), after: 20).isEmpty)
  }

  @Test func theOneValueOfARowIsNoTitleIfItIsALink() {
    func codes(_ name: String) -> [String] {
      let rows = (0..<24).map { "| [A\($0)](https://a.org/\($0)) | MIT |\n" }
      let text = "| Tool | Licence |\n|---|---|\n" + rows.joined() + "| \(name) | |\n"
      return Catalog(utf8: ContiguousArray(text.utf8)).problems().map(\.rule.rawValue)
        .filter { $0 == "empty-cell" }
    }
    #expect(codes("[B](https://b.org)") == ["empty-cell"])
    #expect(codes("**Saws**").isEmpty)
  }

  @Test func aMissingLinkIsAHintWhereNearlyAllValuesHaveOne() {
    let row = "| X | 2001 | Saw | [page](https://p.org/x) | fine |\n"
    let hint = "missing-link hint: “X” has no link, unlike nearly all other values of “Tool”"
    #expect(said(row, after: 20) == [hint])
    #expect(said(row, after: 18).isEmpty)
    #expect(said(row + row, after: 20).isEmpty)
    for name in ["N/A", "[X][x]", "https://x.org", "N/A since 2001"] {
      #expect(said(row.replacing("| X |", with: "| \(name) |"), after: 20).isEmpty)
    }
  }

  @Test func columnsBesideTheSchemasAreJudgedByTheirRows() {
    let header = """
      | Dataset | Description | Task | Modality | Dim. | Page | Size |
      | --- | --- | --- | --- | --- | --- | --- |

      """
    func row(_ page: String, _ size: String) -> String {
      "| [A](https://a.org) | Text | Detection | CT | 3D | \(page) |\(size)"
    }
    func found(_ odd: String) -> [String] {
      let usual = (0..<20).map { row("[page](https://p.org/\($0))", " \($0) GB |\n") }.joined()
      return Catalog(utf8: ContiguousArray((header + usual + odd + "\n").utf8)).problems()
        .filter { ["empty-cell", "missing-link", "missing-cell"].contains($0.rule) }
        .map { "\($0.rule.rawValue) \($0.severity.name)" }
    }
    #expect(found(row("[page](https://p.org)", "  |")) == ["empty-cell hint"])
    #expect(found(row("page", " 1 GB |")) == ["missing-link hint"])
    #expect(found(row("[page](https://p.org)", "")) == ["missing-cell hint"])
    #expect(found("| [B](https://b.org) | Text | Detection | CT |") == ["missing-cell error"])
  }

  @Test func linksAreSeparatedAsInOtherRows() {
    let header = "| Name | Links |\n| --- | --- |\n"
    func row(_ separator: String) -> String {
      "| x | [a](https://a.org/(1))\(separator)[b](https://b.org)\(separator)[c](https://c.org) |\n"
    }
    func found(_ odd: String, after count: Int = 10) -> [Problem] {
      let text = header + String(repeating: row(", "), count: count) + row(odd)
      return Catalog(utf8: ContiguousArray(text.utf8)).problems().filter {
        $0.rule == "list-separator"
      }
    }
    for odd in [" ", "", " / ", "; ", "<br>", " · "] {
      let problems = found(odd)
      #expect(problems.map(\.severity) == [.hint], "\(odd)")
      #expect(problems.first?.related.count == 1 && problems.first?.fix?.isSafe == false)
    }
    for same in [",", " , ", " and ", " ("] { #expect(found(same).isEmpty, "\(same)") }
    #expect(found(" ", after: 8).isEmpty)
  }

  @Test func aRepeatedRemarkLacksNoLink() {
    let row = "| X | 2001 | Saw | coming soon | fine |\n"
    #expect(said(row, after: 40).count == 2)
    #expect(said(row + row, after: 40).count { $0.contains("“coming soon”") } == 0)
  }

  /// What rows have in common changes with each edit, as in the text read from the start.
  @Test func editsChangeTheHabits() {
    let row = "| X | 2001 | Saw | [page](https://p.org/x) |\n"
    let text = Self.header + (0..<20).map { Self.row($0) }.joined() + row
    var catalog = Catalog(utf8: ContiguousArray(text.utf8))
    for line in [3, 3, 4, 21] {
      let edit = TextEdit(
        start: TextPosition(line: line, byteColumn: 0),
        end: TextPosition(line: line + 1, byteColumn: 0), replacement: Array("| Y | | Saw |\n".utf8)
      )
      _ = catalog.problems()
      catalog.apply(edit)
      #expect(catalog.problems() == Catalog(utf8: catalog.text.bytes).problems())
    }
  }
}
