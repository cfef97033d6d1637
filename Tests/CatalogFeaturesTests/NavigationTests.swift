import CatalogFeatures
import CatalogModel
import LineStore
import Testing

@Suite struct NavigationTests {
  private static let rows = """
    | [Alpha](https://a.org) | Livers | Text | CT | 2D |
    | [Beta](https://b.org) | Images from Alpha and [Alpha](https://a.org) | Text | CT, MRI | 2D |
    | [Brain](https://c.org) | overlap with Brain, images from Beta | Text | CT | 2D |
    | [Other](https://d.org) | A brain, a Brain; overlap with Alpha, Brain | Text | CT | 2D |

    """

  private func places(_ line: Int, _ column: Int) throws -> (String, [String])? {
    let text = MarkedText(rows: Self.rows)
    let position = TextPosition(line: line, byteColumn: column)
    guard let dataset = try DatasetPlaces(at: position, in: text.catalog) else { return nil }
    func show(_ place: DatasetPlaces.Place) -> String {
      "\(place.line):\(text.text(place.line, place.byteColumns))"
    }
    return (show(dataset.definition), try dataset.mentions(in: text.catalog).map(show))
  }

  @Test func aDatasetIsFoundFromItsRowAndFromItsMentions() throws {
    let alpha = try #require(try places(2, 4))
    #expect(alpha.0 == "2:Alpha")
    #expect(alpha.1 == ["3:Alpha", "3:Alpha", "5:Alpha"])
    #expect(try #require(try places(3, 40)) == alpha)
    #expect(try #require(try places(4, 5)).1 == ["5:Brain"])
    #expect(try places(2, 30) == nil)
    #expect(try places(0, 5) == nil)
  }

  @Test func aNameInTheLastCellOfAShortRowIsFound() throws {
    let text = MarkedText(
      "| Note | Size | Tool |\n|---|---|---|\n| see Gamma2 | Big | [A](https://a.org) |\n"
        + "| x | [Gam▮ma2](https://b.org) |\n",
      configuration: MarkedText.keyInLastColumn)
    let table = text.catalog.tables[0]
    #expect(Outline.entry(ofRow: 3, in: table, of: text.catalog).name == "Gamma2")
    let dataset = try #require(try DatasetPlaces(at: text.cursor, in: text.catalog))
    #expect(text.text(3, dataset.definition.byteColumns) == "Gamma2")
    #expect(try dataset.mentions(in: text.catalog).map(\.line) == [2])
  }

  @Test func aSelectionGrows() {
    let text = MarkedText(rows: Self.rows)
    let place = TextPosition(line: 3, byteColumn: text.line(3).utf8.count - 10)
    let steps = SelectionSteps.ranges(at: place, in: text.catalog)
    let shown = steps.map { range in
      range.lowerBound.line == range.upperBound.line
        ? text.text(3, range.lowerBound.byteColumn..<range.upperBound.byteColumn) : "table"
    }
    #expect(shown == ["MRI", "CT, MRI", text.line(3), "table"])
    #expect(
      SelectionSteps.ranges(at: TextPosition(line: 9, byteColumn: 0), in: text.catalog).isEmpty)
  }

  @Test func aSelectionGrowsInARowWithAMissingCell() {
    let text = MarkedText(
      "| a | b | c |\n|---|---|---|\n| [x](https://x.org) | Yes | One |\n"
        + "| [y](https://y.org) | One, Tw▮o |\n",
      configuration: """
        { "vocabularies": [{ "name": "v", "concepts": ["One", "Two"] }],
          "schema": { "primaryKey": "a", "fields": [{ "name": "a", "mdcatalog:link": true },
            { "name": "b", "type": "string", "constraints": { "enum": ["Yes", "No"] } },
            { "name": "c", "mdcatalog:vocabulary": "v" }] } }
        """)
    let steps = SelectionSteps.ranges(at: text.cursor, in: text.catalog)
    let shown = steps.prefix(2).map {
      text.text(3, $0.lowerBound.byteColumn..<$0.upperBound.byteColumn)
    }
    #expect(shown == ["Two", "One, Two"])
  }

  @Test func onlyWebLinksAreOpened() throws {
    let text = MarkedText(
      rows:
        "| [A](https://a.org/ä b) | [x](command:y) [y](https://y.org/a_(b)) | Text | CT | 2D |\n"
        + "| [B](<https://b.org/a b>) | x | Text | CT | 2D |\n")
    let links = try CatalogLinks.links(of: text.catalog)
    #expect(links.map(\.target) == ["https://y.org/a_%28b%29", "https://b.org/a%20b"])
    #expect(links.map { text.text($0.line, $0.byteColumns) }.first == "[y](https://y.org/a_(b))")
  }

  @Test(arguments: [
    ("a?x=1&amp;y=2", "a?x=1&y=2"), ("a?x=1&#38;y=&#x32;", "a?x=1&y=2"), ("a&#x20;b", "a%20b"),
    ("a&#228;", "a%C3%A4"), ("a&#0;&#xD800;", "a%EF%BF%BD%EF%BF%BD"), ("a\\&amp;b", "a&amp;b"),
    ("?a&lt=b&copy=c&#;&#x;d&#12345678;", "?a&lt=b&copy=c&#;&#x;d&#12345678;"),
  ])
  func characterReferencesAreResolved(written: String, meant: String) throws {
    let text = MarkedText(rows: "| [A](https://a.org/\(written)) | x | Text | CT | 2D |\n")
    #expect(try CatalogLinks.links(of: text.catalog).map(\.target) == ["https://a.org/\(meant)"])
  }

  @Test func urlsInAngleBracketsAreLinks() throws {
    let text = MarkedText(
      rows: "| <https://a.org> | <mailto:x@a.org> `<https://b.org>` [c](https://c.org) "
        + "<http://d.org> | Text | CT | 2D |\n")
    let links = try CatalogLinks.links(of: text.catalog)
    #expect(links.map(\.target) == ["https://a.org", "https://c.org", "http://d.org"])
    #expect(
      links.map { text.text($0.line, $0.byteColumns) }
        == ["<https://a.org>", "[c](https://c.org)", "<http://d.org>"])
  }

  @Test func rowsAreFoundByName() throws {
    let text = MarkedText(rows: Self.rows)
    let found = try RowSearch("b").rows(of: text.catalog)
    #expect(found.sorted { $0.rank < $1.rank }.map(\.entry.name) == ["Beta", "Brain"])
    #expect(try RowSearch("").rows(of: text.catalog).count == 4)
    #expect(try RowSearch("OTH").rows(of: text.catalog).map(\.entry.name) == ["Other"])
  }

  @Test func namesOfOtherScriptsAreFoundInLowerCase() throws {
    let names = ["Äpfel", "Birnen Äpfel", "Grüne-ÄPFEL", "Bratäpfel", "Apfel"]
    let text = MarkedText(
      rows: names.map { "| [\($0)](https://a.org) | x | Text | CT | 2D |\n" }.joined())
    func found(_ typed: String) throws -> [String] {
      try RowSearch(typed).rows(of: text.catalog).map { "\($0.rank) \($0.entry.name)" }.sorted()
    }
    #expect(
      try found("äpfel") == ["0 Äpfel", "2 Birnen Äpfel", "2 Grüne-ÄPFEL", "3 Bratäpfel"])
    #expect(try found("ÄPFEL") == found("äpfel"))
    #expect(try found("GRÜNE ä") == ["1 Grüne-ÄPFEL"])
    #expect(try found("apfel").first == "0 Apfel")
  }

  @Test func eachCellShowsItsColumn() throws {
    let text = MarkedText(rows: "| [A](https://a.org) | x | CT | 2D |\n")
    let hints = try ColumnHints.hints(of: text.catalog, lines: 0..<9)
    #expect(hints.map(\.text) == ["Dataset", "Description", "Image Type(s)", "Dim."])
  }

  @Test func namesInTheOutlineAreVisible() {
    for name in ["[ ](https://a.org)", "\u{A0}", "[\u{3000}](https://a.org)", ""] {
      let text = MarkedText(rows: "| \(name) | x | Text | CT | 2D |\n")
      let table = text.catalog.tables[0]
      #expect(Outline.entry(ofRow: 2, in: table, of: text.catalog).name == "Row 3")
      #expect(Outline.entry(of: table, in: text.catalog).detail == "1 row")
    }
  }
}
