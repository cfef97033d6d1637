import CatalogSchema
import TestSupport
import Testing

@testable import CatalogModel

/// Lists of terms, however they are written.
@Suite struct ListTests: RuleSuite {
  private func row(_ tasks: String, _ modalities: String) -> String {
    "| [A](https://a.org) | Hand | \(tasks) | \(modalities) | 3D |"
  }

  @Test(arguments: [
    ("CT/MRI", "CT, MRI"), ("CT, and MRI", "CT, MRI"), ("CT, MRI and PET", "CT, MRI, PET"),
    ("CT;", "CT"), ("CT/", "CT"), ("/CT", "CT"), ("CT//MRI", "CT, MRI"), ("CT/MRI/", "CT, MRI"),
    ("CT,, MRI", "CT, MRI"), ("PET/CT/MRI", "PET/CT, MRI"), ("CT\u{A0}/\u{A0}MRI", "CT, MRI"),
    ("CT <!-- n -->,MRI", "CT <!-- n -->, MRI"),
    (
      "CT/MRI/PET/OCT/CTA/MRA/WSI/DSA/DXA/CT/MRI/PET/OCT/CTA/MRA/WSI/DSA/DXA/Echo",
      "CT, MRI, PET, OCT, CTA, MRA, WSI, DSA, DXA, Echo"
    ),
  ])
  func separatorsAreFixed(written: String, meant: String) {
    let catalog = Catalog(
      utf8: ContiguousArray((MarkedRows.header + row("Detection", written)).utf8),
      configuration: .closed)
    let found = catalog.problems().map(\.rule)
    #expect(found.contains("list-separator"))
    #expect(!found.contains("unknown-value"))
    #expect(fixed(row("Detection", written)) == row("Detection", meant))
  }

  @Test(arguments: [
    ("CT,", "Remove the separator from “CT,”"), ("CT/MRI", "items of “CT/MRI” with “, ”"),
    ("CT, MRI,", "items of “CT, MRI,” with “, ” between them only"),
  ])
  func aMessageSaysWhichSeparatorIsWrong(written: String, message: String) {
    let catalog = Catalog(
      utf8: ContiguousArray((MarkedRows.header + row("Detection", written)).utf8),
      configuration: .closed)
    #expect(catalog.problems().contains { $0.message.hasSuffix(message) })
  }

  @Test(arguments: [
    "CT, MRI", "CT <!-- n -->, MRI", "CT, <!-- n --> MRI", "2D + Time", "PET/CT",
  ])
  func correctListsHaveNoProblem(value: String) {
    let isDimension = value == "2D + Time"
    check(
      isDimension
        ? "| [A](https://a.org) | Hand | Detection | CT | \(value) |" : row("Detection", value))
  }

  /// Without the separators the required cell would be empty.
  @Test func separatorsWithoutItemsHaveNoSafeFix() {
    #expect(fixed(row("Detection", ";")) == row("Detection", ";"))
    #expect(fixed(row("Detection", ";"), false) == row("Detection", ""))
    let last = "[A](https://a.org) | Hand | Detection | CT | ,"
    #expect(fixed(last) == last)
  }

  @Test(arguments: [
    ("Detection, detection", "CT", [RuleCode("duplicate-value")]),
    ("Detection, Detectoin", "CT", ["unknown-value"]),
    ("Detection", "CT,\u{A0}MRI", ["suspicious-character"]),
    ("Detection", "\u{200B}", ["suspicious-character"]),
    ("Instance\u{A0}Segmentation", "CT", ["suspicious-character"]),
  ])
  func oneMistakeIsReportedOnce(tasks: String, modalities: String, rules: [RuleCode]) {
    let text = MarkedRows.header + row(tasks, modalities)
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems().map(\.rule)
    #expect(found.filter { $0 != "unformatted-table" } == rules)
  }

  @Test func labelsMayContainTheDelimiterAndPipes() {
    let own = configuration(
      """
      { "schema": "builtin", "terms": { "modality": ["Head, Neck CT", "Holo|gram"] } }
      """)
    check(row("Detection", "Head, Neck CT, CT, Holo\\|gram"), with: own)
    #expect(
      fixed(row("Detection", "holo\\|gram,Head, Neck CT"), with: own)
        == row("Detection", "Holo\\|gram, Head, Neck CT"))
  }

  @Test func valuesOfOtherScripts() {
    let own = configuration(
      """
      { "schema": "builtin",
        "terms": { "modality": ["Échographie", "Größe", "Röntgenbild", "内視鏡画像検査"] } }
      """)
    func near(_ value: String) -> String { fixed(row("Detection", value), with: own) }
    #expect(near("échographi") == row("Detection", "Échographie"))
    #expect(near("Rntgenbild") == row("Detection", "Röntgenbild"))
    #expect(near("内視鏡画像検") == row("Detection", "内視鏡画像検査"))
    #expect(near("Ro\u{308}ntgenbild") == row("Detection", "Röntgenbild"))
    #expect(near("Größ") == row("Detection", "Größe"))
    // Another letter is no typo.
    check(
      """
      | [A](https://a.org) | Hand | Detection | Grüße | 3D |
                                                ^^^^^ unknown-value: “Größe”
      """, with: own)
  }

  @Test func knownMisspellingsAreFixed() {
    let own = configuration(
      """
      { "schema": "builtin", "terms": { "modality": [
        { "prefLabel": "Ultrasound", "hiddenLabel": ["Sonogramm", "Schall/Echo"] } ] } }
      """)
    check(
      """
      | [A](https://a.org) | Hand | Detection | sonogramm, CT | 3D |
                                                ^^^^^^^^^ unknown-value: did you mean “Ultrasound”?
      | [B](https://b.org) | Hand | Sonogramm | CT | 3D |
                                    ^^^^^^^^^ unknown-value
      """, with: own)
    for value in ["Sonogramm", "Schall/Echo"] {
      #expect(fixed(row("Detection", value), with: own) == row("Detection", "Ultrasound"))
    }
  }

  @Test func valuesOfAnotherColumn() {
    check(
      """
      | [A](https://a.org) | Hand | CT/MRI |  | 3D |
                                    ^^^^^^ misplaced-value: belongs in “Modality”
      | [B](https://b.org) | Hand | CT/MRI | Detection/Text | 3D |
                                    ^^^^^^ misplaced-value: each other's
      | [C](https://c.org) | Hand | Ultrasond | CT | 3D |
                                    ^^^^^^^^^ unknown-value: “Ultrasound”, which belongs
      """)
  }

  @Test func valuesShiftedByOneColumn() {
    check(
      """
      | [A](https://a.org) | Hand |  | Detection | CT |
                                       ^^^^^^^^^ misplaced-value: “Task”, which is empty
                                                   ^^ misplaced-value: “Modality”
      """)
    #expect(
      fixed("| [A](https://a.org) | Hand |  | Detection | CT |")
        == "| [A](https://a.org) | Hand | Detection | CT |  |")
    #expect(
      fixed("[A](https://a.org) | Hand |  | Detection | CT")
        == "[A](https://a.org) | Hand | Detection | CT | |")
  }

  @Test(arguments: [
    ("Scp", "“Scope”"), ("Ehc", "“Echo”"), ("Drma", "“Derm”"), ("CTX", "“CT”"),
  ])
  func closeTermsAreNamed(value: String, label: String) throws {
    let catalog = Catalog(
      utf8: ContiguousArray((MarkedRows.header + row("Detection", value)).utf8),
      configuration: .closed)
    let unknown = try #require(catalog.problems().first { $0.rule == "unknown-value" })
    #expect(unknown.message.contains(label))
  }
}
