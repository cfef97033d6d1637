import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// After any edit the catalog equals one that is read from scratch, and the cost follows the edit.
@Suite struct IncrementalModelTests {
  @Test(arguments: 0..<12)
  func anyEditEqualsReadingFromScratch(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 7919)
    let configuration = [.standard, .closed, Self.constrained][Int(seed % 3)]
    var catalog = Catalog(
      LineText(Self.start(&random), blockByteTarget: 64), configuration: configuration)
    var before = Fingerprints(catalog)
    for step in 0..<60 {
      let snapshot = catalog
      let edit = random.edit(of: catalog.text)
      catalog.apply(edit)
      catalog.indexWords(byteCountMax: 100)
      let fresh = Catalog(
        LineText(catalog.text.bytes, blockByteTarget: 64), configuration: configuration)
      let place = "seed \(seed) step \(step)"
      let after = Fingerprints(catalog)
      try #require(after == Fingerprints(fresh), "\(place)")
      #expect(catalog.scannerStatesAreRight, "\(place)")
      #expect(Fingerprints(snapshot) == before, "an old snapshot changed: \(place)")
      before = after
    }
  }

  /// Edits that are read together give the same catalog as edits read one by one.
  @Test(arguments: 0..<12)
  func editsReadTogetherEqualReadingFromScratch(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 104_729 &+ 1)
    var catalog = Catalog(LineText(Self.start(&random), blockByteTarget: 64))
    var before = Fingerprints(catalog)
    for step in 0..<40 {
      let snapshot = catalog
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        catalog.applyToText(random.edit(of: catalog.text))
      }
      catalog.catchUp()
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
      let place = "seed \(seed) step \(step)"
      let after = Fingerprints(catalog)
      try #require(after == Fingerprints(fresh), "\(place)")
      #expect(catalog.scannerStatesAreRight, "\(place)")
      #expect(Fingerprints(snapshot) == before, "an old snapshot changed: \(place)")
      before = after
    }
  }

  /// Letters that are typed faster than they are read cost one reading.
  @Test func aBurstInOneRowIsReadOnce() {
    var catalog = Catalog(utf8: Self.list(1_000))
    for count in 0..<200 {
      catalog.applyToText(
        TextEdit(line: 502, byteColumns: 44 + count..<44 + count, replacement: Array("x".utf8)))
    }
    catalog.catchUp()
    #expect(catalog.lastWork.measuredRowCount == 2)
  }

  /// The columns of datasets, with constraints of rows and of tables.
  private static let constrained = Configuration.read(
    Array(
      """
      { "associations": true,
        "fields": [{ "name": "description", "constraints": { "unique": true, "maxLength": 3 } }] }
      """.utf8)
  ).configuration

  /// The cost of an edit does not depend on the number of rows.
  @Test func editsCostTheSameInAnyCatalog() {
    let small = Self.work(rowCount: 1_000)
    let large = Self.work(rowCount: 20_000)
    #expect(small == large)
    #expect(small.map(\.measuredRowCount) == [2, 2, 3, 3, 2])
    #expect(small.allSatisfy { $0.copiedByteCount <= 2 * LineText.defaultBlockByteTarget })
  }

  /// Messages about another row show its current spelling, URL and line, even if its name and link
  /// count as equal.
  @Test(arguments: [(3..<4, "c"), (3..<4, "C "), (2..<2, " "), (14..<15, "A"), (19..<19, "/")])
  func messagesAboutAnotherRowAreUpToDate(columns: Range<Int>, replacement: String) {
    let text = """
      | Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |
      | --- | --- | --- | --- | --- |
      | [C](https://a.org) | x | Text | CT | 2D |
      | [E](https://a.org) | see [C](https://z.org) | Text | CT | 2D |
      | [B](https://b.org) | x | Text | CT | 2D |
      | [c](https://c.org) | x | Text | CT | 2D |

      """
    var catalog = Catalog(LineText(ContiguousArray(text.utf8), blockByteTarget: 64))
    _ = Fingerprints(catalog)
    catalog.apply(
      TextEdit(line: 2, byteColumns: columns, replacement: Array(replacement.utf8)))
    let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
    #expect(Fingerprints(catalog) == Fingerprints(fresh))
  }

  /// A header that grows under a reader of its table's fixes, line count and names as before.
  @Test func aChangedHeaderGivesItsDelimiterRowAnotherFix() {
    let text = "| Uno | Due |\n|---|---|---|\n| a | b |\n"
    var catalog = Catalog(utf8: ContiguousArray(text.utf8))
    _ = catalog.problems()
    for cells in [" | c |", " | d | e |", ""] {
      let end = catalog.text.withLine(0) { bytes, _ in bytes.count }
      catalog.apply(TextEdit(line: 0, byteColumns: 11..<end, replacement: Array(cells.utf8)))
      let fresh = Catalog(utf8: catalog.text.bytes)
      #expect(catalog.problems().map(\.fix) == fresh.problems().map(\.fix))
    }
  }

  /// Front matter that begins or ends with an edit anywhere changes what all its lines mean.
  @Test(arguments: 0..<8)
  func frontMatterOpensAndCloses(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 31_337 &+ 5)
    var catalog = Catalog(LineText(Self.start(&random), blockByteTarget: 64))
    for step in 0..<60 {
      var edit = random.edit(of: catalog.text)
      let mark = random.pick(["---\n", "title: x\n", "+++\n", "...\n", "---\nkey: x\n"])
      let line = random.pick([0, 0, 1, Int.random(in: 0...catalog.text.lineCount, using: &random)])
      let start = TextPosition(line: line, byteColumn: 0)
      switch Int.random(in: 0..<4, using: &random) {
      case 0...1: edit = TextEdit(start: start, end: start, replacement: Array(mark.utf8))
      case 2:
        let end = TextPosition(line: line + 1, byteColumn: 0)
        edit = TextEdit(start: start, end: end, replacement: [])
      default: break
      }
      catalog.apply(edit)
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
      try #require(Fingerprints(catalog) == Fingerprints(fresh), "seed \(seed) step \(step)")
      #expect(catalog.scannerStatesAreRight, "seed \(seed) step \(step)")
    }
  }

  /// A table with too many missing cells for cmark-gfm ends early, also after an edit.
  @Test func anEditMayEndATableEarly() {
    let head = "|" + String(repeating: "a|", count: 1000) + "\n|"
    let table = head + String(repeating: "-|", count: 1000) + "\n"
    let rows = String(repeating: "|x|\n", count: 525)
    // Without rules, which would take most of the time.
    let configuration = Configuration.standard.forLayout
    var catalog = Catalog(
      utf8: ContiguousArray((table + rows + "\n" + table).utf8), configuration: configuration)
    #expect(catalog.tables.map(\.lines) == [0..<527, 528..<530])
    let row = TextPosition(line: 400, byteColumn: 0)
    let edits = [
      (TextEdit(start: row, end: row, replacement: Array("|y|\n".utf8)), [0..<527, 529..<531]),
      (
        TextEdit(line: 300, byteColumns: 2..<2, replacement: Array(head.utf8.dropLast(2))),
        [0..<528, 529..<531]
      ),
    ]
    for (edit, tables) in edits {
      catalog.apply(edit)
      let fresh = Catalog(
        utf8: ContiguousArray(catalog.text.bytes), configuration: configuration)
      #expect(catalog.tables.map(\.lines) == tables)
      #expect(fresh.tables.map(\.lines) == tables)
      #expect(catalog.tables.map(\.tally) == fresh.tables.map(\.tally))
      #expect(catalog.metadata.flatMap(\.lines) == fresh.metadata.flatMap(\.lines))
    }
  }

  /// The work of five edits in the middle: in a text, in a name, a new row, a deleted row, a value.
  private static func work(rowCount: Int) -> [Catalog.Work] {
    var catalog = Catalog(utf8: list(rowCount))
    let line = 502
    func place(_ line: Int, _ column: Int) -> TextPosition {
      TextPosition(line: line, byteColumn: column)
    }
    let row = Array("| [New](https://new.org) | New | Segmentation | CT | 3D |\n".utf8)
    let edits = [
      TextEdit(line: line, byteColumns: 44..<44, replacement: Array("x".utf8)),
      TextEdit(line: line, byteColumns: 6..<6, replacement: Array("x".utf8)),
      TextEdit(start: place(line, 0), end: place(line, 0), replacement: row),
      TextEdit(start: place(line, 0), end: place(line + 1, 0), replacement: []),
      TextEdit(line: line, byteColumns: 57..<57, replacement: Array("x".utf8)),
    ]
    return edits.map { edit in
      catalog.apply(edit)
      return catalog.lastWork
    }
  }

  private static func list(_ rowCount: Int) -> ContiguousArray<UInt8> {
    var text = "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"
    for row in 1_000_000..<1_000_000 + rowCount {
      text += "| [Set\(row)](https://example.org/\(row)) | About it | Segmentation | CT | 3D |\n"
    }
    return ContiguousArray(text.utf8)
  }

  private static func start(_ random: inout SplitMix) -> ContiguousArray<UInt8> {
    var text = "Intro\n\n" + random.header()
    for _ in 0..<12 { text += random.row() }
    text += "\nOutro\n\n" + random.header()
    for _ in 0..<5 { text += random.row() }
    return ContiguousArray(text.utf8)
  }
}

extension SplitMix {
  mutating func header() -> String {
    pick([
      "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n",
      "| Dataset | Task | Note |\n| --- | :-: | --- |\n", "| a | b |\n|---|---|\n",
    ])
  }

  mutating func row() -> String {
    let name = pick(["A", "B", "C1", "C10", "c2", "D", "E e"])
    let link = pick(["https://a.org", "http://A.org/", "https://b.org/x", "nowhere"])
    let text = pick(["Text", "see [A](https://a.org)", "see [B](https://z.org)", "", "日本"])
    let task = pick(["Segmentation", "Detection", "CT", "segmentation", "Segmenttion", ""])
    let modality = pick(["CT", "MRI", "CT/MRI", "Segmentation", "CT,MRI", "foo"])
    let end = pick([
      " | 3D |\n", " | 2D\n", "\n", " | 3D | 3D |\n", " | 3D <!-- mdcatalog-ignore -->\n",
      " |\t3D \t|\n", " | 👩‍❤️‍👨 | \u{200B} |  \n",
    ])
    return "| [\(name)](\(link)) | \(text) | \(task) | \(modality)\(end)"
  }

  mutating func edit(of text: LineText) -> TextEdit {
    let line = Int.random(in: -1...text.lineCount, using: &self)
    let start = TextPosition(line: line, byteColumn: Int.random(in: 0...40, using: &self))
    var end = start
    switch Int.random(in: 0..<5, using: &self) {
    case 0: end.byteColumn += Int.random(in: 0...6, using: &self)
    case 1: end = TextPosition(line: line + Int.random(in: 0...2, using: &self), byteColumn: 0)
    default: break
    }
    let inserted = pick([
      "x", "|", "\n", "", " ", "```\n", "\n\n", "> ", "\r", row(), row(), header(), "MRI",
      "<!-- mdcatalog-ignore-start -->\n", "<!-- mdcatalog-ignore-end -->\n", "|---|---|---|\n",
      "[r]: u\n", "===\n", "- [ ] a | b\n", "\u{B}a | b\n", "   a | b\n", "> \"t\n",
      "| --------- | - |\n", "[^1]: a | b\n", "    c | d\n", "{: .x }\n", "Source: us\n",
      "{% x | y %}\n",
      "| --------- | - |\n", "|===|===|\n", "    | 1 | 2 |\n", "| 1 | two\n", "words | 3 |\n",
      "|\n", "| a | b |\n| 1 | 2 |\n", "| a | b | |---|---| | 1 | 2 |\n", "\n\n\n", "words\n",
      "- | 1 |\n", "| :- | -: | :-: |\n", "[x] (https://b.org)", "`a|b`", "[x](r)",
    ])
    let isRow = inserted.hasSuffix("\n")
    return TextEdit(
      start: isRow ? TextPosition(line: line, byteColumn: 0) : start,
      end: isRow ? TextPosition(line: line, byteColumn: 0) : end, replacement: Array(inserted.utf8))
  }
}
