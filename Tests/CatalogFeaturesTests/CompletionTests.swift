import CatalogFeatures
import CatalogModel
import CatalogSchema
import LineStore
import Testing

@Suite struct CompletionTests {
  /// Completes at the cursor of the first row, accepts a label, and expects the row that results.
  private func check(
    _ row: String, accept label: String, gives expected: String, others: String = "",
    location: SourceLocation = #_sourceLocation
  ) throws {
    let text = MarkedText(rows: row + "\n" + others)
    let list = try #require(try items(text), sourceLocation: location)
    let item = try #require(
      list.items.first { $0.label == label }, "not among \(list.items.prefix(9).map(\.label))",
      sourceLocation: location)
    #expect(list.byteColumns.lowerBound <= text.cursor.byteColumn, sourceLocation: location)
    #expect(list.byteColumns.upperBound >= text.cursor.byteColumn, sourceLocation: location)
    let result = text.line(list.line, replacing: list.byteColumns, by: item.newText)
    #expect(result == expected, sourceLocation: location)
    let typed = text.text(list.line, list.byteColumns.lowerBound..<text.cursor.byteColumn)
    #expect(isSubsequence(typed, of: item.filterText), sourceLocation: location)
  }

  private func items(_ text: MarkedText) throws -> CompletionList? {
    try Completion.items(at: text.cursor, in: text.catalog, withSnippets: false)
  }

  private func labels(_ row: String) throws -> [String] {
    try items(MarkedText(rows: row))?.items.map(\.label) ?? []
  }

  /// Whether the typed letters occur in order, as editors filter.
  private func isSubsequence(_ typed: String, of text: String) -> Bool {
    var rest = text.lowercased()[...]
    for character in typed.lowercased() {
      guard let place = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  // MARK: Unfinished cells

  @Test func aRowIsTypedFromLeftToRight() throws {
    let start = "| [B](https://b.org) | some text | Segmentation |"
    try check(start + " ▮", accept: "CT", gives: start + " CT")
    try check(start + "▮", accept: "CT", gives: start + " CT")
    try check(start + " MRI | ▮", accept: "2D", gives: start + " MRI | 2D")
    try check(start + " MRI | 2▮", accept: "2D", gives: start + " MRI | 2D")
    #expect(try labels(start + " ▮").contains("Ultrasound"))
    #expect(try !labels(start + " ▮").contains("Instance Segmentation"))
  }

  @Test func aRowWithoutOuterPipesIsTypedToo() throws {
    try check(
      "[B](https://b.org) | some text | Segmentation | MRI | ▮", accept: "3D",
      gives: "[B](https://b.org) | some text | Segmentation | MRI | 3D")
  }

  @Test(arguments: [
    "| [B](https://b.org) | x | Text | CT | 2D |▮", "| [B](https://b.org) | x | Text | CT | 2D | ▮",
    "[B](https://b.org) | x | Text | CT | 2D |▮",
    "| [B](https://b.org) | x | Text | CT | 2D | MRI |▮",
    "| [B](https://b.org) | x | Text | CT | 2D <!-- c --> |▮",
  ])
  func nothingIsOfferedAfterAFinishedRow(row: String) throws {
    #expect(try items(MarkedText(rows: row + "\n")) == nil)
  }

  // MARK: Values are kept

  @Test func onlyTheItemIsReplaced() throws {
    func row(_ cell: String) -> String { "| [B](https://b.org) | x | Text | \(cell) | 2D |" }
    for (cell, label, result) in [
      ("MRI, ul▮", "Ultrasound", "MRI, Ultrasound"),
      ("MRI, ul▮, CT", "Ultrasound", "MRI, Ultrasound, CT"),
      ("Ultra▮sound", "Ultrasound", "Ultrasound"), ("MR▮", "MRI", "MRI"),
      ("▮MRI", "CT", "CT, MRI"), ("MRI, ▮CT", "Ultrasound", "MRI, Ultrasound, CT"),
      ("MRI,▮", "CT", "MRI, CT"), ("MRI,▮ CT", "Ultrasound", "MRI, Ultrasound, CT"),
      ("MRI, ▮", "CT", "MRI, CT"), ("ul▮ CT", "Ultrasound", "Ultrasound, CT"),
      ("MRI; ul▮", "Ultrasound", "MRI; Ultrasound"), ("MRI/ul▮", "Ultrasound", "MRI/Ultrasound"),
      ("MRI and ul▮", "Ultrasound", "MRI and Ultrasound"), ("PET/▮", "PET/CT", "PET/CT"),
      ("Ultrasuond, M▮", "MRI", "Ultrasuond, MRI"),
    ] {
      try check(row(cell), accept: label, gives: row(result))
    }
    try check("|x|x|Text|▮|2D|", accept: "CT", gives: "|x|x|Text| CT |2D|")
    try check(
      "| x | x | Text |▮ CT | 2D |", accept: "MRI", gives: "| x | x | Text | MRI, CT | 2D |")
    try check("| x | x | Text | ▮ | 2D |", accept: "CT", gives: "| x | x | Text | CT | 2D |")
  }

  @Test func valuesOfTheCellAreNotOffered() throws {
    for cell in ["MRI, ▮", "MRI, M▮", "▮MRI", "MRI,▮ CT", "Ultrasuond, M▮, MRI"] {
      let found = try labels("| x | x | Text | \(cell) | 2D |")
      #expect(!found.isEmpty && !found.contains("MRI"))
    }
    #expect(try !labels("| x | x | Text | Ultrasuond, u▮ | 2D |").contains("Ultrasound"))
  }

  @Test func aPipeInATermIsEscaped() throws {
    for label in ["Holo|gram", #"Holo\\|gram"#] {
      let text = MarkedText(
        MarkedText.header + "| x | x | Text | Holo▮ | 2D |\n",
        configuration: #"{"terms": {"modality": ["\#(label)"]}}"#)
      #expect(try items(text)?.items.first?.newText == "Holo\\|gram")
    }
  }

  // MARK: What was typed

  @Test(arguments: [
    ("Ultrasuond", "Ultrasound"), ("Ultrasoundd", "Ultrasound"), ("X-Raay", "X-Ray"),
    ("Angiograpy", "Angiography"),
  ])
  func theTermThatIsMisspeltComesFirst(typed: String, label: String) throws {
    #expect(try labels("| x | x | Text | \(typed)▮ | 2D |").first == label)
    for before in ["CT, ", "CT; ", "CT and "] {
      #expect(try labels("| x | x | Text | \(before)\(typed)▮ | 2D |").first == label)
    }
  }

  @Test func aTermIsFoundByItsNotation() throws {
    func row(_ cell: String) -> String { "| [B](https://b.org) | x | Text | \(cell) | 2D |" }
    for (typed, label) in [
      ("DX", "X-Ray"), ("dx", "X-Ray"), ("MG", "Mammography"), ("ES", "Scope"), ("SM", "WSI"),
    ] {
      #expect(try labels(row(typed + "▮")).first == label, "\(typed)")
      try check(row(typed + "▮"), accept: label, gives: row(label))
    }
  }

  @Test func similarLabelsAreOfferedIfNothingMatches() throws {
    func row(_ cell: String) -> String { "| x | x | \(cell) | CT | 2D |" }
    for typed in ["Segmentations", "Segmentationse", "Segmentationsegmentation of or"] {
      try check(row(typed + "▮"), accept: "Segmentation", gives: row("Segmentation"))
    }
    try check(row("Segmnetaton▮"), accept: "Segmentation", gives: row("Segmentation"))
    #expect(try labels(row("qqqqqq▮")).isEmpty)
  }

  /// The first row after the first completion is accepted.
  private func completed(_ row: String, _ source: String) throws -> String {
    let read = Configuration.read(Array(source.utf8))
    #expect(read.problems.isEmpty)
    let text = MarkedText(rows: row + "\n")
    let catalog = Catalog(text.catalog.text, configuration: read.configuration)
    let list = try #require(
      try Completion.items(at: text.cursor, in: catalog, withSnippets: false))
    let item = try #require(list.items.first)
    return text.line(list.line, replacing: list.byteColumns, by: item.newText)
  }

  /// The table has as many rows of each kind; only the row's other cells differ.
  @Test(arguments: [
    ("Segmentation | MRI", "3D"), ("Detection | X-Ray", "2D"), ("Detection | X-Rray", "2D"),
    ("Detection, Segmentation | X-Ray", "2D"), ("Detection | MRI/CT", "3D"),
  ])
  func theRowsOtherCellsSayWhatComesFirst(cells: String, first: String) throws {
    let others = (1...6).map { row in
      "| [D\(row)](https://d.org/\(row)) | x | "
        + [
          "Detection | X-Ray | 2D |", "Segmentation | MRI | 3D |", "Detection | CT | 3D |",
          "Text | X-Ray | 2D |",
        ][row % 4]
    }
    let row = "| [N](https://n.org) | x | \(cells) | ▮\n" + others.joined(separator: "\n")
    #expect(try labels(row).first == first)
  }

  @Test func aKnownMisspellingBecomesItsTerm() throws {
    let source = #"{"terms": {"modality": [{"prefLabel": "Ultrasound", "hiddenLabel": "Qqq"}]}}"#
    #expect(
      try completed("| x | x | Text | CT, qqq▮ | 2D |", source)
        == "| x | x | Text | CT, Ultrasound | 2D |")
  }

  @Test(arguments: ["One, two▮", "On▮e, two", "CT, One, t▮wo"])
  func aLabelThatHoldsTheDelimiterIsReplacedWhole(cell: String) throws {
    let source = #"{"terms": {"modality": ["One, two"]}}"#
    let before = cell.hasPrefix("CT") ? "CT, " : ""
    #expect(
      try completed("| x | x | Text | \(cell) | 2D |", source)
        == "| x | x | Text | \(before)One, two | 2D |")
  }

  @Test(arguments: [" · ", "、", "<br>", " and "])
  func itemsOfAnyListAreCompleted(delimiter: String) throws {
    let source = """
      { "fields": [{ "name": "imageType", "title": "Image Type(s)", "type": "list",
        "delimiter": "\(delimiter)", "mdcatalog:vocabulary": "modality" }] }
      """
    #expect(
      try completed("| x | x | Text | CT\(delimiter)Ultrasou▮\(delimiter)MRI | 2D |", source)
        == "| x | x | Text | CT\(delimiter)Ultrasound\(delimiter)MRI | 2D |")
  }

  // MARK: Terms that are links

  private static let linkedTerms = """
    { "vocabularies": [{ "name": "v", "concepts": ["MRI", "CT", "Ultrasound"] }],
      "schema": { "primaryKey": "a", "fields": [{ "name": "a" },
        { "name": "b", "mdcatalog:vocabulary": "v", "mdcatalog:link": true }] } }
    """

  @Test(arguments: [
    ("[MI▮](https://m.org)", "MRI", "[MRI](https://m.org)"),
    ("[CT, ul▮](https://m.org)", "Ultrasound", "[CT, Ultrasound](https://m.org)"),
    ("[M▮][m]", "MRI", "[MRI][m]"), ("U▮", "Ultrasound", "Ultrasound"),
    ("[▮](https://m.org)", "MRI", "[MRI](https://m.org)"),
    ("[CT](https://c.org), [M▮](m.md)", "MRI", "[CT](https://c.org), [MRI](m.md)"),
  ])
  func aTermInALinkIsCompleted(cell: String, label: String, expected: String) throws {
    let text = MarkedText(
      "| a | b |\n|---|---|\n| x | \(cell) |\n", configuration: Self.linkedTerms)
    let list = try #require(try items(text))
    let item = try #require(list.items.first { $0.label == label })
    let line = text.line(2, replacing: list.byteColumns, by: item.newText)
    #expect(line == "| x | \(expected) |")
  }

  @Test func aLinkIsKeptInAColumnWithoutLinks() throws {
    let text = MarkedText(rows: "| x | x | Text | CT, [M▮](https://m.org) | 2D |\n")
    let list = try #require(try items(text))
    let item = try #require(list.items.first { $0.label == "MRI" })
    let line = text.line(2, replacing: list.byteColumns, by: item.newText)
    #expect(line == "| x | x | Text | CT, [MRI](https://m.org) | 2D |")
  }

  @Test func aLinksDestinationIsNoTerm() throws {
    let text = MarkedText(
      "| a | b |\n|---|---|\n| x | [MRI](https://▮m.org) |\n", configuration: Self.linkedTerms)
    #expect(try items(text) == nil)
  }

  @Test func theEditedRowDoesNotCount() throws {
    let others = "| y | x | Text | CT | 2D |\n"
    let text = MarkedText(rows: "| x | x | Text | CT▮ | 2D |\n" + others)
    let item = try #require(try items(text)?.items.first)
    #expect(item.label == "CT" && item.detail == "1 row")
  }

  @Test func documentationIsSafe() throws {
    let source = Array(
      #"{"terms": {"modality": [{"prefLabel": "Evil", "definition": "[x](command:y) <b>"}]}}"#.utf8)
    let text = MarkedText(rows: "| x | x | Text | Evil▮ | 2D |\n")
    let catalog = Catalog(text.catalog.text, configuration: .read(source).configuration)
    let list = try Completion.items(at: text.cursor, in: catalog, withSnippets: false)
    let item = try #require(list?.items.first)
    let markdown = item.documentation(asMarkdown: true)
    #expect(markdown.contains("[x\\](command:y) \\<b>"))
    #expect(item.documentation(asMarkdown: false).contains("[x](command:y) <b>"))
  }

  // MARK: Datasets and rows

  private static let datasets = """
    | [Alpha](https://a.org/x) | x | Text | CT | 2D |
    | [Al\\|pha2](https://a.org/y) | x | Text | CT | 2D |
    | [Be\\]ta](https://b.org) | x | Text | CT | 2D |
    | [Gamma](<https://g.org/a b>) | x | Text | CT | 2D |
    | [Äpfel](https://p.org) | x | Text | CT | 2D |

    """

  @Test func datasetsAreInsertedWithTheirLinks() throws {
    func row(_ text: String) -> String { "| [Z](https://z.org) | \(text) | Text | CT | 2D |" }
    for (text, label, result) in [
      ("see [Al▮", "[Alpha]", "see [Alpha](https://a.org/x)"),
      ("see [Al▮", "[Al|pha2]", "see [Al\\|pha2](https://a.org/y)"),
      ("see [Be▮]", "[Be]ta]", "see [Be\\]ta](https://b.org)"),
      ("see [gm▮ more", "[Gamma]", "see [Gamma](<https://g.org/a b>) more"),
      ("see [Al▮pha](https://old.org) more", "[Alpha]", "see [Alpha](https://a.org/x) more"),
      ("[Al▮](https://old.org)", "[Alpha]", "[Alpha](https://a.org/x)"),
      ("[Al▮](no link) x", "[Alpha]", "[Alpha](https://a.org/x) x"),
      ("see [äp▮", "[Äpfel]", "see [Äpfel](https://p.org)"),
    ] {
      try check(row(text), accept: label, gives: row(result), others: Self.datasets)
    }
    for text in ["see \\[Al▮", "see `[Al▮", "[Alpha](https://a.org) ▮"] {
      let marked = MarkedText(rows: row(text) + "\n" + Self.datasets)
      #expect(try items(marked)?.items.count == nil)
    }
  }

  /// Another row's name there would make a duplicate.
  @Test(arguments: [
    "[▮", "[Al▮", "| [▮", "| [Al▮", "| [Al▮ | x | Text | CT | 2D |", "| [Al▮ | Text | CT |",
    "| **[Al▮",
  ])
  func namesAreNotOfferedWhereANameBegins(row: String) throws {
    #expect(try items(MarkedText(rows: row + "\n" + Self.datasets)) == nil)
    let other = "\n" + "| Tool | Note |\n|---|---|\n| a | b |\n" + row + "\n"
    #expect(try items(MarkedText(MarkedText.header + Self.datasets + other)) == nil)
  }

  @Test(arguments: ["see [Al▮", "| see [Al▮"])
  func namesAreNotOfferedInTheOnlyCellOfARow(row: String) throws {
    #expect(try items(MarkedText(rows: row + "\n" + Self.datasets)) == nil)
  }

  @Test func datasetsThatAreURLsAreInsertedUnchanged() throws {
    let others = """
      | <https://key.org> | x | Text | CT | 2D |
      | [Bb][bb] | x | Text | CT | 2D |

      [bb]: https://b.org
      """
    func row(_ text: String) -> String { "| [Z](https://z.org) | \(text) | Text | CT | 2D |" }
    try check(
      row("see [key▮]"), accept: "[https://key.org]", gives: row("see <https://key.org>"),
      others: others)
  }

  @Test func aKeyInTheLastCellOfAShortRowIsOffered() throws {
    let text = MarkedText(
      "| Note | Size | Tool |\n|---|---|---|\n| see [▮ | Big | [A](https://a.org) |\n"
        + "| x | [B](https://b.org) |\n",
      configuration: MarkedText.keyInLastColumn)
    #expect(try items(text)?.items.map(\.label) == ["[B]"])
  }

  @Test func startsOfNamesComeFirst() throws {
    let names = (0..<60).map { "| [A\($0)MSD](https://a.org/\($0)) | x | Text | CT | 2D |\n" }
    let text = MarkedText(
      rows: "| [Z](https://z.org) | see [MS▮ | Text | CT | 2D |\n" + names.joined()
        + "| [MSD](https://m.org) | x | Text | CT | 2D |\n")
    #expect(try items(text)?.items.first?.label == "[MSD]")
  }

  @Test(arguments: [
    ("▮", "| []() |  |  |"), ("|▮", "| []() |  |  |"), ("| ▮", "| []() |  |  |"),
  ])
  func aRowIsOfferedUnderATable(line: String, row: String) throws {
    for prefix in ["", "> ", "  "] {
      let start = prefix == "  " ? "- item\n\n" : ""
      let table = ["| Dataset | Task | a\\|b |", "|---|---|---|", line].map { prefix + $0 }
      let text = MarkedText(start + table.joined(separator: "\n") + "\n")
      let list = try #require(try items(text))
      let item = try #require(list.items.first)
      #expect(text.line(list.line, replacing: list.byteColumns, by: item.newText) == prefix + row)
      let snippet = try Completion.items(at: text.cursor, in: text.catalog, withSnippets: true)
      #expect(snippet?.items.first?.newText.contains("${4:a\\\\|b}") == true)
    }
  }
}
