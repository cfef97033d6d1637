import CatalogFeatures
import CatalogModel
import LineStore
import Testing

/// What is shown of a long value does not grow with the value.
@Suite struct LongValuesTests {
  private static let lengths = [20_000, 40_000]

  /// A document whose second row has one long text, and the place of that text.
  private struct Sample {
    var text: MarkedText
    var place: TextPosition

    init(_ kind: String, _ length: Int) {
      func row(_ cells: String...) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
      func long(_ text: String) -> String {
        String(repeating: text, count: length / text.utf8.count)
      }
      var header = MarkedText.header
      let other = row("[Other1](https://o.org)", "as in Long1", "Text", "CT", "2D")
      let name = "[Long1](https://l.org)"
      let line =
        switch kind {
        case "name": row("[▮\(long("ab "))](https://l.org)", "x", "Text", "CT", "2D")
        case "url": row("[Long1▮](https://l.org/\(long("a")))", "x", "Text", "CT", "2D")
        case "text": row(name, "▮" + long("some Other1 "), "Text", "CT", "2D")
        case "stars": row(name, "▮" + long("*a"), "Text", "CT", "2D")
        case "term": row(name, "x", "▮" + long("Segmentation of "), "CT", "2D")
        case "terms": row(name, "x", "▮" + long("Segmentation, Detection, "), "CT", "2D")
        case "separators": row(name, "x", "▮" + long("Segmentation; Detection; "), "CT", "2D")
        case "invisible": row(name, "▮" + long("a\u{200B}"), "Text", "CT", "2D")
        default: row(name + "▮", "x", "Text", "CT", "2D")
        }
      if kind == "header" {
        header = header.replacing(
          "Description", with: long("Text "))
      }
      text = MarkedText(header + other + line)
      place = text.cursor
    }
  }

  private static let kinds = [
    "name", "url", "text", "stars", "term", "terms", "separators", "invisible", "header",
  ]

  @Test(arguments: kinds)
  func shownTextHasALimit(kind: String) throws {
    let sizes = try Self.lengths.map { length -> [Int] in
      let sample = Sample(kind, length)
      let catalog = sample.text.catalog
      let table = catalog.tables[0]
      let hover = try Hover.card(at: sample.place, in: catalog)
      let header = try Hover.card(at: TextPosition(line: 0, byteColumn: 30), in: catalog)
      let list = try Completion.items(at: sample.place, in: catalog, withSnippets: true)
      let below = MarkedText(sample.text.text + "▮")
      let row = try Completion.items(at: below.cursor, in: below.catalog, withSnippets: true)
      let items = (list?.items ?? []) + (row?.items ?? [])
      let entries = [
        Outline.entry(of: table, in: catalog), Outline.entry(ofRow: 3, in: table, of: catalog),
      ]
      let hints = try ColumnHints.hints(of: catalog, lines: 0..<4)
      let links = try CatalogLinks.links(of: catalog)
      return [
        hover?.markdown.utf8.count ?? 0, hover?.plainText.utf8.count ?? 0,
        header?.markdown.utf8.count ?? 0,
        items.reduce(0) {
          $0 + $1.label.utf8.count + $1.detail.utf8.count + $1.newText.utf8.count
            + $1.filterText.utf8.count + $1.documentation(asMarkdown: true).utf8.count
        },
        entries.reduce(0) { $0 + $1.name.utf8.count + $1.detail.utf8.count },
        hints.reduce(0) { $0 + $1.text.utf8.count }, links.reduce(0) { $0 + $1.target.utf8.count },
      ]
    }
    #expect(sizes[0] == sizes[1], "\(kind)")
    #expect(sizes[0].allSatisfy { $0 < 40_000 }, "\(kind): \(sizes[0])")
  }

  @Test(arguments: kinds)
  func theFixesOfOneAnswerHaveALimit(kind: String) {
    let catalog = Sample(kind, 400_000).text.catalog
    let problems = QuickFixes.fitting(catalog.problems(ofLines: 3..<4))
    let byteCount = problems.reduce(0) {
      $0 + $1.message.utf8.count
        + ($1.fix?.edits.reduce(0) { $0 + 100 + $1.replacement.count } ?? 0)
    }
    #expect(byteCount < 400_000, "\(kind)")
  }

  @Test func mentionsAreReadAtTheStartOfALongText() throws {
    let words = String(repeating: "words ", count: 10_000)
    func mentions(_ text: String) throws -> Int {
      let text = MarkedText(
        rows: "| [A1](https://a.org) | \(text) | Text | CT | 2D |\n"
          + "| [Other1](https://o.org) | x | Text | CT | 2D |\n")
      return try text.catalog.mentions(inLine: 2, of: text.catalog.tables[0]).count
    }
    #expect(try mentions("Other1 " + words) == 1)
    #expect(try mentions(words + "Other1") == 0)
  }

  @Test func namesAreCutBetweenCharacters() throws {
    let text = MarkedText(
      rows: "| [\(String(repeating: "é", count: 1_000))▮](https://a.org) | x | Text | CT | 2D |\n")
    let table = text.catalog.tables[0]
    let name = Outline.entry(ofRow: 2, in: table, of: text.catalog).name
    #expect(name == String(repeating: "é", count: 200) + "…")
    let card = try #require(try Hover.card(at: text.cursor, in: text.catalog)).plainText
    #expect(card.hasPrefix(name + "  https://a.org\n"))
  }
}
