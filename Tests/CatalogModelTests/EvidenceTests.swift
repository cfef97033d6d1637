import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// The rows of a list decide how far the built-in schema judges its columns.
@Suite struct EvidenceTests {
  private static let header = """
    | Dataset | Description | Task | Modality | Dim. |
    | --- | --- | --- | --- | --- |

    """

  /// A row with a number as its name and its link.
  private func row(_ number: Int, task: String = "Detection", modality: String = "CT") -> String {
    "| [A\(number)](https://a.org/\(number)) | Hand | \(task) | \(modality) | 3D |\n"
  }

  private func rows(_ numbers: Range<Int>, task: String = "Detection") -> String {
    numbers.map { row($0, task: task) }.joined()
  }

  /// What is said of a table, and which problems `check --fix` fixes.
  private func said(
    _ rows: String, with configuration: Configuration = .standard
  ) -> [String] {
    let text = ContiguousArray((Self.header + rows).utf8)
    return Catalog(utf8: text, configuration: configuration).problems()
      .filter { $0.rule != "unformatted-table" }
      .map {
        let safe = $0.fix.map { $0.isSafe ? " (safe)" : " (unsafe)" } ?? ""
        return "\($0.range.lowerBound.line + 1) \($0.severity.name) \($0.rule.rawValue)\(safe)"
      }
  }

  // MARK: Columns

  @Test func aColumnOfTenValuesIsClosedIfMostAreKnown() {
    let typo = row(20, task: "Detectoin")
    #expect(said(rows(10..<19) + typo) == ["12 warning unknown-value (safe)"])
    #expect(said(rows(10..<18) + typo) == ["11 hint unknown-value (unsafe)"])
    let own = row(20, task: "Folding")
    #expect(said(rows(10..<19) + own) == ["12 warning unknown-value"])
    #expect(said(rows(10..<18) + own) == [])
  }

  @Test func aColumnOfOtherValuesIsTheListsOwn() {
    let own = row(20, task: "Folding") + row(21, task: "Docking") + row(22, task: "Sailing")
    #expect(said(own + row(23, task: "Detectoin") + row(24, task: "segmentation")) == [])
    // Near candidates speak for the vocabulary.
    #expect(
      said(own + rows(30..<32) + row(33, task: "Detectoin")) == ["8 hint unknown-value (unsafe)"])
  }

  @Test func columnsAreJudgedOneByOne() {
    let rows = (10..<20).map { row($0, task: "Own \($0)", modality: $0 < 19 ? "CT" : "CTX") }
    #expect(said(rows.joined()) == ["12 warning unknown-value"])
  }

  @Test func tablesWithTheSameHeadersAreJudgedTogether() {
    let other = "\n\ntext\n\n" + Self.header
    let found = said(rows(10..<15) + other + rows(20..<24) + row(25, task: "Detectoin"))
    #expect(found == ["18 warning unknown-value (safe)"])
  }

  @Test func misplacedValuesAreNoEvidence() {
    let swapped = row(30, task: "CT", modality: "Detection")
    #expect(said(rows(10..<20) + swapped) == ["13 error misplaced-value (safe)"])
    #expect(said(rows(10..<19) + swapped) == ["12 hint misplaced-value (unsafe)"])
  }

  @Test func listsAreJudgedByTheirColumn() {
    let list = row(20, task: "Detection, Detection", modality: "CT/MRI")
    #expect(
      said(rows(10..<20) + list)
        == ["13 warning duplicate-value (safe)", "13 warning list-separator (safe)"])
    #expect(said(rows(10..<14) + list) == ["7 hint duplicate-value (unsafe)"])
    let lists = (12..<14).map { row($0, modality: "CT, MRI") }.joined()
    #expect(
      said(rows(10..<12) + lists + list)
        == ["7 hint duplicate-value (unsafe)", "7 hint list-separator (unsafe)"])
  }

  // MARK: Spelling

  @Test func theMostFrequentLabelIsInUse() {
    let own = (10..<20).map { row($0, modality: "MR") }.joined()
    #expect(said(own) == [])
    #expect(said(own + row(30, modality: "MRI")) == ["13 warning nonstandard-value (safe)"])
    let some = (30..<34).map { row($0, modality: "MRI") }.joined()
    #expect(said(own + some).allSatisfy { $0.hasSuffix("hint nonstandard-value (unsafe)") })
    #expect(said(own + some).count == 4)
  }

  @Test func ofEquallyFrequentLabelsThePreferredOneIsInUse() {
    let both = (10..<15).map { row($0, modality: "MR") + row($0 + 10, modality: "MRI") }.joined()
    let found = said(both)
    #expect(found.count == 5)
    #expect(found.allSatisfy { $0.hasSuffix("warning nonstandard-value (safe)") })
  }

  @Test func anotherCaseIsAMistakeHoweverFrequent() {
    let found = said(rows(10..<16) + rows(20..<24, task: "detection"))
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.hasSuffix("warning nonstandard-value (safe)") })
  }

  @Test func typosAreFixedToTheLabelInUse() {
    let own = (10..<20).map { row($0, task: "Visual question answering") }.joined()
    let text = ContiguousArray(
      (Self.header + own + row(30, task: "Visual question answerin")).utf8)
    let problems = Catalog(utf8: text).problems().filter { $0.rule == "unknown-value" }
    #expect(
      problems.map(\.fix?.edits.first?.replacement) == [Array("Visual question answering".utf8)])
  }

  // MARK: Demands

  @Test func theBuiltInSchemaDemandsWhatTheRowsHave() {
    let empty = "| [B](https://b.org) |  | Detection | CT | 3D |\n"
    let plain = "| B | Hand | Detection | CT | 3D |\n"
    #expect(said(rows(10..<29) + empty) == ["22 warning empty-cell"])
    #expect(said(rows(10..<28) + empty) == [])
    #expect(said(rows(10..<29) + plain) == ["22 warning missing-link"])
    #expect(said(rows(10..<28) + plain) == [])
  }

  // MARK: Configurations

  @Test func aConfigurationIsRightWhateverTheRowsHave() throws {
    let own = Configuration.read(
      Array(
        """
        { "schema": { "name": "own", "fields": [
          { "name": "Dataset", "mdcatalog:key": true, "mdcatalog:link": true },
          { "name": "Task", "constraints": { "required": true, "enum": ["Rowing"] } }] } }
        """.utf8))
    #expect(own.problems.isEmpty)
    let rows =
      row(10, task: "Folding") + row(11, task: "rowing") + row(12, task: "")
      + "| B | Hand | Rowing | CT | 3D |\n"
    #expect(
      said(rows, with: own.configuration) == [
        "3 warning unknown-value", "4 warning nonstandard-value (safe)", "5 warning empty-cell",
        "6 warning missing-link",
      ])
  }

  @Test func aTermOfAConfigurationIsWrittenAsThere() {
    let own = Configuration.read(
      Array(
        "{ \"terms\": { \"modality\": [{ \"prefLabel\": \"MRI\", \"altLabel\": [\"MR\"] }] } }".utf8
      ))
    let rows = (10..<14).map { row($0, modality: "MR") }.joined()
    let found = said(rows, with: own.configuration)
    #expect(found.count == 4)
    #expect(found.allSatisfy { $0.hasSuffix("warning nonstandard-value (safe)") })
  }

  @Test func aConfigurationMayNameTheBuiltInSchema() {
    #expect(
      said(row(10, task: "Folding") + row(11, task: "detection"), with: .closed)
        == ["3 warning unknown-value", "4 warning nonstandard-value (safe)"])
  }

  // MARK: Edits

  /// An edit that makes a column another kind changes what is said of all rows.
  @Test func edits() {
    let text =
      Self.header + row(20, task: "Detectoin") + rows(10..<18)
      + (30..<33).map { row($0, modality: "MR") }.joined()
    var catalog = Catalog(LineText(ContiguousArray(text.utf8), blockByteTarget: 128))
    let start = TextPosition(line: 3, byteColumn: 0)
    let edits = [
      TextEdit(start: start, end: start, replacement: Array(row(40, modality: "MRI").utf8)),
      TextEdit(start: start, end: TextPosition(line: 6, byteColumn: 0), replacement: []),
      TextEdit(
        start: start, end: start,
        replacement: Array((50..<60).map { row($0, task: "x", modality: "MRI") }.joined().utf8)),
      TextEdit(start: start, end: TextPosition(line: 8, byteColumn: 0), replacement: []),
      TextEdit(
        start: TextPosition(line: 0, byteColumn: 2), end: TextPosition(line: 0, byteColumn: 9),
        replacement: Array("Nobody".utf8)),
    ]
    for edit in edits {
      _ = Fingerprints(catalog)
      catalog.apply(edit)
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 128))
      #expect(Fingerprints(catalog) == Fingerprints(fresh))
    }
  }
}
