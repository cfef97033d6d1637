import CatalogSchema
import Testing

@testable import CatalogModel

/// Rows with too many cells, or too few.
@Suite struct ExtraCellTests: RuleSuite {
  private let row = "| [A](https://a.org) | Hand | Text | CT | 3D |"

  @Test func surplusCellsAtTheEnd() {
    check(
      """
      | [A](https://a.org) | Hand | Text | CT | 3D | more |
                                                     ^^^^ extra-cell: 1 cell more than
      | [B](https://b.org) | Hand | Text | CT | 3D | PET | MRI |
                                                     ^^^^^^^^^ extra-cell: drop “PET” and “MRI”
      """)
    #expect(fixed(row + " CT |") == row)
    #expect(fixed(row + "  |") == row)
    #expect(fixed(row + " C\u{200B}T |") == row)
    #expect(fixed(row + " more |") == row + " more |")
  }

  @Test func emptySurplusCellsAreHints() {
    func severities(_ row: String) -> [Severity] {
      Catalog(utf8: ContiguousArray((MarkedRows.header + row).utf8)).problems()
        .filter { $0.rule == "extra-cell" }.map(\.severity)
    }
    #expect(severities(row + " |") == [.hint])
    #expect(severities(row + "  |  |") == [.hint])
    #expect(severities(row + " more |") == [.error])
    #expect(severities("| [A](https://a.org) | Hand |  | Text | CT | 3D |") == [.error])
  }

  @Test func aSurplusCellInTheMiddle() {
    check(
      """
      | [A](https://a.org) | Hand | 3D | Text | CT | 3D |
                                    ^^ extra-cell: without “3D” the others fit
      """)
    #expect(fixed("| [A](https://a.org) | Hand | 3D | Text | CT | 3D |") == row)
    #expect(fixed("| [A](https://a.org) | Hand |  | Text | CT | 3D |") == row)
    #expect(fixed("| [A](https://a.org) | [A](https://a.org) | Hand | Text | CT | 3D |") == row)
    // It is unknown which of the two texts is surplus.
    let pipe = "| [A](https://a.org) | Hand | Foot | Text | CT | 3D |"
    #expect(fixed(pipe) == pipe)
    // A repeated value may be the one in the right place.
    let shifted = "| [A](https://a.org) | A | Hand | Text | CT | A |"
    #expect(fixed(shifted) == shifted)
  }

  /// A repeated text may be half of another: only a whole cell next to it is a repetition for sure.
  @Test(arguments: [
    "| [A](https://a.org) | P(1|1) | Text | CT | 3D |",
    "| [A](https://a.org) | Hand |A| foot | Text | CT | 3D |",
    "| [A](https://a.org) | Hand 1|1 | Text | CT | 3D |",
  ])
  func aRepetitionMayBelongToAText(row: String) {
    #expect(fixed(row) == row)
  }

  @Test func commentsStay() {
    #expect(
      fixed("| [A](https://a.org) | Hand | Text | CT | 3D <!-- n --> |  |")
        == "| [A](https://a.org) | Hand | Text | CT | 3D <!-- n --> |")
    #expect(
      fixed(row + " CT <!-- n --> |")
        == "| [A](https://a.org) | Hand | Text | CT | 3D <!-- n --> |")
  }

  @Test func possibleColumnsAreNamed() {
    check(
      """
      | [A](https://a.org) | Hand | CT | Foo |
                                             ^ missing-cell: “Task”
      | [B](https://b.org) | Hand | 3D | CT |
                                            ^ missing-cell: “Task”, “Modality” or “Dim.”
      | [C](https://c.org) | Hand |
                                  ^ missing-cell: ends after “Description”: 3 cells are missing
      """)
    let names = (0..<12).map { "c\($0)" }.joined(separator: " | ")
    let own = configuration(
      """
      { "schema": { "primaryKey": "c0", "mdcatalog:files": ["**"], "fields": [ { "name": "c0" },
        { "name": "c11", "constraints": { "required": true } } ] } }
      """
    ).forFile(["a.md"])
    check(
      String(repeating: "| x ", count: 11) + "|\n" + String(repeating: " ", count: 44)
        + "^ missing-cell: The row ends after “c10”: “c11” is missing\n",
      header: "| \(names) |\n|" + String(repeating: "---|", count: 12) + "\n", with: own)
  }

  /// An empty last cell needs a pipe after it.
  @Test func anEmptiedCellStaysACell() {
    #expect(
      fixed("[A](https://a.org) | Hand | Text | CT | <!-- mdcatalog-ignore missing-link -->")
        == "[A](https://a.org) | Hand | Text | CT | |")
    #expect(
      fixed("[A](https://a.org) | Hand | Text | CT | \u{200B}", false)
        == "[A](https://a.org) | Hand | Text | CT | |")
  }

  /// Where most rows are longer than the header, a repetition may be a value.
  @Test func repetitionsInTablesOfLongRowsStay() {
    let header = "| a | b |\n|---|---|\n"
    let rows = "| x | 5 | 5 |\n| y | 3 | 4 |\n| z | 7 | 7 |"
    #expect(fixed(rows, header: header) == rows)
    #expect(fixed("| x | 5 | 5 |\n| y | 3 |", header: header) == "| x | 5 |\n| y | 3 |")
    // Two halves of a code span.
    #expect(fixed("| x | `|` |", header: header) == "| x | `|` |")
  }
}
