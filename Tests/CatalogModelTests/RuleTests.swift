import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Problems of single rows.
@Suite struct RuleTests: RuleSuite {
  @Test func aCorrectRowHasNoProblem() {
    check("| [A](https://a.org) | Text | Segmentation, Detection | CT, PET/CT | 2D + Time |")
  }

  @Test func missingCellWhoseColumnIsClear() {
    check(
      """
      | [A](https://a.org) | Hand | CT | 3D |
                                  ^ missing-cell: “Task”
      """)
    #expect(
      fixed("| [A](https://a.org) | Hand | CT | 3D |")
        == "| [A](https://a.org) | Hand |  | CT | 3D |")
    #expect(
      fixed("[A](https://a.org) | Hand | Detection | CT")
        == "[A](https://a.org) | Hand | Detection | CT |  |")
    #expect(fixed("Hand | Detection | CT | 3D |") == "|  |Hand | Detection | CT | 3D |")
  }

  @Test func missingCellWhoseColumnIsNotClear() {
    check(
      """
      | A | Hand | CT | 3D |
                           ^ missing-cell: 4 of 5
        ^ missing-link
      """)
    check(
      """
      | [A](https://a.org) | Hand |
                                  ^ missing-cell
      """)
  }

  @Test func aLineDirectlyBelowATable() {
    check(
      """
      And so on.
      ^^^^^^^^^^ missing-cell: blank line before
      """)
  }

  @Test func extraCell() {
    check(
      """
      | [A](https://a.org) | Text | Text | CT | 3D | more |
                                                     ^^^^ extra-cell
      """)
    let row = "| [A](https://a.org) | Text | Text | CT | 3D |"
    #expect(fixed(row + " CT |") == row)
    #expect(fixed(row + "  |") == row)
    #expect(fixed(row + " more |") == row + " more |")
  }

  @Test func swappedValues() {
    check(
      """
      | [A](https://a.org) | Text | CT, MRI | Detection | 3D |
                                    ^^^^^^^ misplaced-value: each other's
      """)
    #expect(
      fixed("| [A](https://a.org) | Text | CT, MRI |Detection| 3D |")
        == "| [A](https://a.org) | Text | Detection |CT, MRI| 3D |")
  }

  @Test func aMisplacedItem() {
    check(
      """
      | [A](https://a.org) | Text | Detection, CT | MRI | 3D |
                                               ^^ misplaced-value: “Modality”
      """)
    #expect(
      fixed("| [A](https://a.org) | Text | Detection, CT | MRI | 3D |", false)
        == "| [A](https://a.org) | Text | Detection | MRI, CT | 3D |")
  }

  @Test func unknownValues() {
    check(
      """
      | [A](https://a.org) | Text | Detectoin, foo | CTX | 3D |
                                    ^^^^^^^^^ unknown-value: “Detection”
                                               ^^^ unknown-value: Unknown value “foo”
                                                     ^^^ unknown-value: “CT”
      """)
    #expect(
      fixed("| [A](https://a.org) | Text | Detectoin, foo | CTX | 3D |")
        == "| [A](https://a.org) | Text | Detection, foo | CTX | 3D |")
  }

  @Test func nonstandardValues() {
    check(
      """
      | [A](https://a.org) | Text | detection | magnetic resonance | 3-D |
                                    ^^^^^^^^^ nonstandard-value: “Detection”
                                                ^^^^^^^^^^^^^^^^^^ nonstandard-value: “MRI”
                                                                     ^^^ nonstandard-value: “3D”
      """)
  }

  @Test func listSeparators() {
    check(
      """
      | [A](https://a.org) | Text | Detection,Text | CT/MRI | 2D, , 3D |
                                    ^^^^^^^^^^^^^^ list-separator
                                                     ^^^^^^ list-separator
                                                              ^^^^^^^^ list-separator
      """)
    #expect(
      fixed("| [A](https://a.org) | Text | Detection,Text | CT/mri and PET | 2D, , 3D, |")
        == "| [A](https://a.org) | Text | Detection, Text | CT, MRI, PET | 2D, 3D |")
  }

  @Test func duplicateValues() {
    check(
      """
      | [A](https://a.org) | Text | Detection, Text, Detection | CT | 3D |
                                                     ^^^^^^^^^ duplicate-value
      """)
    #expect(
      fixed("| [A](https://a.org) | Text | Detection, Detection | CT, MRI, CT | 3D |")
        == "| [A](https://a.org) | Text | Detection | CT, MRI | 3D |")
  }

  @Test func emptyCells() {
    check(
      """
      | [A](https://a.org) |  | Text | <!-- soon --> | 3D |
                            ^^ empty-cell: “Description”
                                      ^^^^^^^^^^^^^^^ empty-cell: “Modality”
      """)
  }

  @Test func links() {
    check(
      """
      | A | see [x](a b) | Text | CT | 3D |
        ^ missing-link
                ^^^^^^^^ invalid-link
      | [B](docs/b.md) | `[x](a b)` | Text | CT | 3D |
      | <https://c.org> | [y](https://c.org "title") | Text | CT | 3D |
      """)
  }

  @Test func duplicates() {
    check(
      """
      | [A b](https://a.org/x/) | Text | Text | CT | 3D |
      | [a-B](https://b.org) | Text | Text | CT | 3D |
         ^^^ duplicate-name: line 3
      | [C](http://A.org/x) | Text | Text | CT | 3D |
            ^^^^^^^^^^^^^^ duplicate-link: “A b”
      | [D](https://a.org/x?q) | Text | Text | CT | 3D |
      """)
  }

  @Test func linkMismatch() {
    check(
      """
      | [A](https://a.org) | Text | Text | CT | 3D |
      | [B](https://b.org) | As [A](https://a.org/), not [A](https://z.org) | Text | CT | 3D |
                                                             ^^^^^^^^^^^^^ link-mismatch
      """)
  }

  @Test func suspiciousCharacters() {
    check(
      """
      | [A](https://a.org) | 👩‍👧 x\u{200B} y\u{A0}z | Text\u{200B} | C\\\\|T | 3D |
      """.replacing("C\\\\|T", with: "CT")
        + "\n" + String(repeating: " ", count: 28) + "^ suspicious-character: zero-width space\n"
        + String(repeating: " ", count: 40) + "^ suspicious-character")
    #expect(
      fixed("| [A](https://a.org) | x\u{A0}y | Text\u{200B} | CT | 3D |")
        == "| [A](https://a.org) | x\u{A0}y | Text | CT | 3D |")
    check(
      """
      | [A](https://a.org) | x\\\\|y | Text | CT | 3D |
                              ^^^ suspicious-character
      """)
  }

  @Test func ignoreComments() {
    check(
      """
      | A | Text | Text | CT | 3D <!-- mdcatalog-ignore missing-link --> |
      | B | Text | Text | CT | foo <!-- mdcatalog-ignore --> |
      | [C](https://c) | Text | Text | CT | 3D <!-- mdcatalog-ignore empty-cell --> |
                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unused-ignore
      """)
    check("\n<!-- mdcatalog-ignore-start -->\n\n| Dataset | Task |\n|---|---|\n| A | foo |\n")
  }

  @Test func tablesWithoutDatasetsHaveNoProblem() {
    check("| A | 1 |\n| B | 2 |\n", header: "| Name | Type |\n|---|---|\n")
    check(
      "| a | blue |\n| b | red |\n| c | green |\n| d | CT |\n",
      header: "| Dataset | Task |\n|---|---|\n", with: .standard)
  }
}
