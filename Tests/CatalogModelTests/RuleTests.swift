import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Rules as a person reads them: under a line, `^^^ code: words of the message` expects a problem
/// at those columns (a lone `^` may also stand for an empty range), and no other problem may be
/// there.
@Suite struct RuleTests {
  private static let header = """
    | Dataset | Description | Task | Modality | Dim. |
    | --- | --- | --- | --- | --- |

    """

  /// `unsorted-row` and `unformatted-table` are looked at by tests of their own.
  private static let others: Set<RuleCode> = [.unsortedRow, .unformattedTable]

  private func check(
    _ marked: String, header: String = header, with configuration: Configuration = .standard,
    at place: SourceLocation = #_sourceLocation
  ) {
    var lines: [String] = []
    var expected: Set<String> = []
    var messages: [String] = []
    for line in (header + marked).split(separator: "\n", omittingEmptySubsequences: false) {
      guard let (columns, code, words) = Self.mark(line) else {
        lines.append(String(line))
        continue
      }
      expected.insert("\(lines.count - 1):\(columns) \(code)")
      messages.append(words)
    }
    let text = lines.joined(separator: "\n")
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration)
    let found = catalog.problems().filter { !Self.others.contains($0.rule) }
    let shown = Set(found.map { Self.show($0, lines) })
    #expect(shown == expected, sourceLocation: place)
    for words in messages where !words.isEmpty {
      let isSaid = found.contains { $0.message.contains(words) }
      #expect(isSaid, "“\(words)” not in \(found.map(\.message))", sourceLocation: place)
    }
  }

  private static func mark(
    _ line: Substring
  ) -> (columns: Range<Int>, code: String, words: String)? {
    let start = line.prefix { $0 == " " }.count
    let carets = line.dropFirst(start).prefix { $0 == "^" }.count
    guard carets > 0 else { return nil }
    let rest = line.dropFirst(start + carets + 1)
    let parts = rest.split(separator: ":", maxSplits: 1)
    let words = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
    return (start..<start + carets, String(parts.first ?? ""), String(words))
  }

  private static func show(_ problem: Problem, _ lines: [String]) -> String {
    let line = problem.range.lowerBound.line
    let bytes = Array(lines[line].utf8)
    func column(_ byte: Int) -> Int { bytes.prefix(byte).count { $0 & 0xC0 != 0x80 } }
    let start = column(problem.range.lowerBound.byteColumn)
    let end = max(start + 1, column(problem.range.upperBound.byteColumn))
    return "\(line):\(start..<end) \(problem.rule.rawValue)"
  }

  private func fixed(
    _ text: String, header: String = header, _ scope: Bool = true
  ) -> String {
    var catalog = Catalog(utf8: ContiguousArray((header + text).utf8))
    for _ in 0..<10 {
      guard
        let fix = catalog.problems().compactMap(\.fix).first(where: { $0.isSafe == scope })
      else { break }
      catalog.apply(together: fix.edits)
    }
    return String(String(decoding: catalog.text.bytes, as: UTF8.self).dropFirst(header.count))
  }

  @Test func aRightRowIsRight() {
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

  @Test func aLineGluedUnderATable() {
    check(
      """
      And so on.
                ^ missing-cell: blank line before
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

  @Test func valuesThatTradedPlaces() {
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
            ^^^^^^^^^ invalid-link: scheme
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
        + String(repeating: " ", count: 31) + "^ suspicious-character: no-break\n"
        + String(repeating: " ", count: 40) + "^ suspicious-character")
    #expect(
      fixed("| [A](https://a.org) | x\u{A0}y | Text\u{200B} | CT | 3D |")
        == "| [A](https://a.org) | x y | Text | CT | 3D |")
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

  @Test func brokenTables() {
    check(
      """
      | a | b | c |
      ^^^^^^^^^^^^^ broken-table: 3 lines are not
      |---|---|
      | 1 | 2 | 3 |
      """, header: "")
    check(
      """
      | a | b |
      |---|---|
      | 1 | 2 |

      | 3 | 4 |
      ^^^^^^^^^ broken-table: 2 lines are not
      | 5 | 6 |
      """, header: "")
    #expect(
      fixed("| a | b |\n|---|---|\n| 1 | 2 |\n\n| 3 | 4 |", header: "")
        == "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |")
    #expect(
      fixed("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |", header: "")
        == "| a | b | c |\n| --- | --- | --- |\n| 1 | 2 | 3 |")
    check("| a | b |\n|---|---|\n| 1 | 2 |\n\n```\n| 3 | 4 |\n```\n", header: "")
    check("| a | b |\n|---|---|\n| 1 | 2 |\n\n| c | d |\n|---|---|\n", header: "")
  }

  @Test func tablesOfOtherThingsAreLeftAlone() {
    check("| A | 1 |\n| B | 2 |\n", header: "| Name | Type |\n|---|---|\n")
    check(
      "| a | blue |\n| b | red |\n| c | green |\n| d | CT |\n",
      header: "| Dataset | Task |\n|---|---|\n")
  }

  @Test func order() {
    func unsorted(_ names: [String]) -> [Int] {
      let rows = names.map { "| [\($0)](https://x.org/\($0)) | T | Text | CT | 3D |\n" }.joined()
      return Catalog(utf8: ContiguousArray((Self.header + rows).utf8)).problems()
        .filter { $0.rule == .unsortedRow }.map { $0.range.lowerBound.line - 2 }
    }
    #expect(unsorted(["a", "B", "c2", "c10", "d"]).isEmpty)
    #expect(unsorted(["a", "z", "b", "c"]) == [1])
    #expect(unsorted(["b", "c", "a", "d"]) == [2])
    #expect(unsorted(["e", "d", "c", "b", "a"]).isEmpty)
  }

  @Test func movingRowsSortsTheTable() {
    let rows = ["b", "c", "a", "d"].map { "| [\($0)](https://x.org/\($0)) | T | Text | CT | 3D |" }
    let mended = fixed(rows.joined(separator: "\n") + "\n", false)
    #expect(mended == rows.sorted().joined(separator: "\n") + "\n")
  }
}
