import CatalogModel
import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogFeatures

/// Fixes applied one by one and all at once give the same text.
@Suite struct FixingTests {
  private static let header =
    "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"

  private static func rows(_ count: Int, task: String) -> String {
    (0..<count).map { "| [Set\($0)](https://a.org/\($0)) | x | \(task) | CT | 2D |\n" }.joined()
  }

  @Test(arguments: [1, 3, 400])
  func everyTypoIsFixed(count: Int) {
    let text = Self.header + Self.rows(count, task: "Detectoin")
    let wanted = Self.header + Self.rows(count, task: "Detection")
    let rest = String(repeating: "text\n", count: 5_000)
    for suffix in ["", rest] {
      let catalog = Catalog(
        utf8: ContiguousArray((text + suffix).utf8), configuration: .closed)
      let outcome = Fixing.fixed(catalog, .safe)
      #expect(outcome.fixedCount == count)
      #expect(outcome.catalog.text.bytes.elementsEqual((wanted + suffix).utf8))
    }
  }

  @Test func editsOfOneFixMayTouch() {
    let text = "| a |\n|---|\n| [Uno](https://u.org/a  #b) |\n"
    let fixed = Fixing.fixed(Catalog(utf8: ContiguousArray(text.utf8)), .unsafe)
    let expected = text.replacing("a  #b", with: "a#b")
    #expect(String(decoding: fixed.catalog.text.bytes, as: UTF8.self) == expected)
  }

  @Test func onlyWantedProblemsAreFixed() {
    let text = Self.header + Self.rows(1, task: "Detectoin, detection")
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: .closed)
    let outcome = Fixing.fixed(catalog, .safe) {
      _ in { $0.rule == "nonstandard-value" }
    }
    let wanted = Self.header + Self.rows(1, task: "Detectoin, Detection")
    #expect(outcome.catalog.text.bytes.elementsEqual(wanted.utf8) && outcome.fixedCount == 1)
  }

  /// Found by fuzzing: rows out of order are moved past any other lines.
  @Test(arguments: [
    "Dataset||ImageType|D\n-|-|-|-\ne\n[|\n|-<!--mdcatalog-ignore-->x\ne",
    "Dataset|Dim\n-|-\n[|\nD\n|O\n]|\n2",
  ])
  func noFixIsLeft(text: String) {
    let fixed = Fixing.fixed(Catalog(utf8: ContiguousArray(text.utf8)), .unsafe).catalog
    #expect(fixed.problems().allSatisfy { $0.fix == nil })
  }
}
