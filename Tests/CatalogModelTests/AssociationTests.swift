import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Terms that occur together: hints with their counts, if the configuration asks for them.
@Suite struct AssociationTests: RuleSuite {
  private static let videos = ["Endoscopic video", "Surgical video", "Ultrasound Video"]

  /// Twelve slides that are 2D, ten videos, and many others of both dimensions.
  private static var rows: [String] {
    let slides = (0..<12).map { "| [S\($0)](https://s.org/\($0)) | x | Detection | WSI | 2D |" }
    let films = (0..<10).map {
      "| [F\($0)](https://f.org/\($0)) | x | Detection | \(videos[$0 % 3]) | 2D + Time |"
    }
    let others = (0..<20).map {
      "| [O\($0)](https://o.org/\($0)) | x | Detection | \($0 % 2 == 0 ? "CT" : "X-Ray") | "
        + "\($0 % 4 == 0 ? "3D" : "2D") |"
    }
    return slides + films + others
  }

  private let asked = Configuration.read(Array("{ \"associations\": true }".utf8)).configuration

  private func said(_ row: String, with configuration: Configuration) -> [String] {
    let text = MarkedRows.header + (Self.rows + [row]).joined(separator: "\n") + "\n"
    return Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration).problems()
      .filter { !["unformatted-table", "unsorted-row"].contains($0.rule) }
      .map { "\($0.rule.rawValue) \($0.severity.name): \($0.message)" }
  }

  @Test func aRarePairGetsAHint() throws {
    let slide = said("| [N](https://n.org) | x | Detection | WSI | 3D |", with: asked)
    #expect(slide.count == 1)
    #expect(
      slide.first
        == "misplaced-value hint: “3D” is rarely used with “WSI”: of the 13 rows with "
        + "“WSI”, the others have “2D” (12)")
    let film = said("| [N](https://n.org) | x | Detection | CT | 2D + Time |", with: asked)
    #expect(film.count == 1 && film[0].contains("“CT” is rarely used with “2D + Time”"))
    #expect(film.first?.contains("“Endoscopic video” (4), “") == true)
  }

  @Test(arguments: [
    "| [N](https://n.org) | x | Detection | WSI, CT | 2D, 3D |",
    "| [N](https://n.org) | x | Detection | CT | 2D |",
    "| [N](https://n.org) | x | Detection | WSI | 4D |",
  ])
  func pairsWithoutEvidenceGetNoHint(row: String) {
    #expect(said(row, with: asked).isEmpty)
  }

  @Test func hintsAreOffByDefault() {
    #expect(said("| [N](https://n.org) | x | Detection | WSI | 3D |", with: .standard).isEmpty)
  }

  /// An edit changes the counts in hints of other rows.
  @Test func editsKeepTheHintsUpToDate() {
    let odd = "| [N](https://n.org) | x | Detection | WSI | 3D |"
    let text = MarkedRows.header + ([odd] + Self.rows).joined(separator: "\n") + "\n"
    var catalog = Catalog(
      LineText(ContiguousArray(text.utf8), blockByteTarget: 128), configuration: asked)
    func messages(_ catalog: Catalog) -> [String] {
      catalog.problems(limit: 100).entries.flatMap { $0.group.problems }
        .filter { $0.rule == "misplaced-value" }.map(\.message)
    }
    var known: Set<[String]> = []
    for line in stride(from: 3, to: 14, by: 1) {
      let end = catalog.text.withLine(line) { bytes, _ in bytes.count }
      catalog.apply(
        TextEdit(line: line, byteColumns: end - 4..<end - 2, replacement: Array("3D".utf8)))
      known.insert(messages(catalog))
      let fresh = Catalog(catalog.text, configuration: asked)
      #expect(messages(catalog) == messages(fresh))
    }
    #expect(known.count > 1 && known.contains([]))
  }
}
