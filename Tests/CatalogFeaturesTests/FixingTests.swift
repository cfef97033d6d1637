import CatalogModel
import CatalogSchema
import LineStore
import Testing

@testable import CatalogFeatures

/// Fixing is the same whether edits go into the text one by one or all at once.
@Suite struct FixingTests {
  private static let header =
    "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"

  private static func rows(_ count: Int, task: String) -> String {
    (0..<count).map { "| [Set\($0)](https://a.org/\($0)) | x | \(task) | CT | 2D |\n" }.joined()
  }

  @Test(arguments: [1, 3, 400])
  func everyTypoIsMended(count: Int) {
    let text = Self.header + Self.rows(count, task: "Detectoin")
    let wanted = Self.header + Self.rows(count, task: "Detection")
    let rest = String(repeating: "text\n", count: 20_000)
    for behind in ["", rest] {
      let catalog = Catalog(utf8: ContiguousArray((text + behind).utf8))
      let outcome = Fixing.fixed(catalog, .safe)
      #expect(outcome.mendedCount == count)
      #expect(outcome.catalog.text.bytes.elementsEqual((wanted + behind).utf8))
    }
  }

  @Test func onlyWhatIsWantedIsMended() {
    let text = Self.header + Self.rows(1, task: "Detectoin, detection")
    let outcome = Fixing.fixed(Catalog(utf8: ContiguousArray(text.utf8)), .safe) {
      _ in { $0.rule == "nonstandard-value" }
    }
    let wanted = Self.header + Self.rows(1, task: "Detectoin, Detection")
    #expect(outcome.catalog.text.bytes.elementsEqual(wanted.utf8) && outcome.mendedCount == 1)
  }

  /// Found by fuzzing: what can be mended is mended, whatever stands between the rows.
  @Test(arguments: [
    "Dataset||ImageType|D\n-|-|-|-\ne\n[|\n|-<!--mdcatalog-ignore-->x\ne",
    "Dataset|Dim\n-|-\n[|\nD\n|O\n]|\n2",
  ])
  func nothingThatCanBeMendedIsLeft(text: String) {
    let mended = Fixing.fixed(Catalog(utf8: ContiguousArray(text.utf8)), .unsafe).catalog
    #expect(mended.problems().allSatisfy { $0.fix == nil })
  }
}
