import LineStore
import Testing

@testable import CatalogModel

/// Which datasets a description mentions, and which of them share its images.
@Suite struct MentionCueTests {
  private static let names = ["LiTS", "KiTS", "MSD", "東京", "iris"]

  /// The names that a description mentions, in capitals if they share images.
  private func mentions(in description: String) throws -> Set<String> {
    let rows = Self.names.map { "| [\($0)](https://x.org/\($0)) | x | Text | CT | 3D |\n" }
    let text =
      MarkedRows.header + rows.joined()
      + "| [Row](https://r.org) | \(description) | Text | CT | 3D |"
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    let table = try #require(catalog.tables.first)
    let found = try catalog.mentions(inLine: table.endLine - 1, of: table)
    return Set(
      found.map { mention in
        let name = Self.names[mention.target - 2]
        return mention.sharesImages ? name.uppercased() : name
      })
  }

  @Test(arguments: [
    ("images from LiTS", ["LITS"]), ("images from LiTS, KiTS and MSD", ["LITS", "KITS", "MSD"]),
    ("images from the LiTS challenge", ["LITS"]), ("images from LiTS and KiTS", ["LITS", "KITS"]),
    ("images from LiTS, labels from KiTS", ["LITS", "KiTS"]), ("overlap with MSD", ["MSD"]),
    ("MSD", []), ("same images as the MSD (task 8)", ["MSD"]), ("ACDC/LiTS", ["LiTS"]),
    ("CT volumes. LiTS", ["LiTS"]), ("the iris of an eye", []), ("images from iris", ["IRIS"]),
    ("東京 data", []), ("images from 東京", ["東京"]),
  ])
  func namesAreMentions(description: String, names: [String]) throws {
    #expect(try mentions(in: description) == Set(names))
  }

  @Test(arguments: [
    "`LiTS` code", "`LiTS` code [x]", "https://x.org/LiTS/y", "www.e.org/LiTS", "<!-- LiTS --> x",
    "<a title=\"LiTS\">x</a>", "![LiTS](https://x.org)", "[x](https://a.org \"LiTS\")", "LiTSX",
    "mail LiTS@x.org", "xLiTS",
  ])
  func namesInCodeAndURLsAreNotMentions(description: String) throws {
    #expect(try mentions(in: description).isEmpty)
  }
}
