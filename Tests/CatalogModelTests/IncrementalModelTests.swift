import LineStore
import TableSyntax
import Testing

@testable import CatalogModel

/// The model after any edit is the model of the new text, and costs what the edit touches.
@Suite struct IncrementalModelTests {
  @Test(arguments: 0..<12)
  func everyEditEqualsReadingAnew(seed: UInt64) {
    var random = SplitMix(state: seed &* 7919)
    var catalog = Catalog(LineText(Self.start(&random), blockByteTarget: 64))
    for step in 0..<150 {
      let snapshot = catalog
      let before = Fingerprints(snapshot)
      let edit = random.edit(of: catalog.text)
      catalog.apply(edit)
      catalog.indexWords(byteCountMax: 100)
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
      let place = "seed \(seed) step \(step)"
      #expect(Fingerprints(catalog) == Fingerprints(fresh), "\(place)")
      #expect(Self.scannerStatesAreRight(catalog), "\(place)")
      #expect(Fingerprints(snapshot) == before, "an old snapshot changed: \(place)")
      if Fingerprints(catalog) != Fingerprints(fresh) { return }
    }
  }

  @Test(arguments: [1_000, 20_000])
  func anEditMeasuresTheRowsItTouches(rowCount: Int) {
    var catalog = Catalog(utf8: Self.list(rowCount))
    let line = rowCount / 2
    let place = TextPosition(line: line, byteColumn: 30)
    catalog.apply(TextEdit(start: place, end: place, replacement: Array("x".utf8)))
    #expect(catalog.lastWork.measuredRowCount == 2)
    #expect(catalog.lastWork.copiedByteCount <= 3 * LineText.defaultBlockByteTarget)
    let row = Array("| [New](https://new.org) | New | Segmentation | CT | 3D |\n".utf8)
    let start = TextPosition(line: line, byteColumn: 0)
    catalog.apply(TextEdit(start: start, end: start, replacement: row))
    #expect(catalog.lastWork.measuredRowCount <= 3)
  }

  private static func list(_ rowCount: Int) -> ContiguousArray<UInt8> {
    var text = "| Dataset | Description | Task | Modality | Dim. |\n|---|---|---|---|---|\n"
    for row in 0..<rowCount {
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

  /// Each block's state is what a scan from the top finds there.
  private static func scannerStatesAreRight(_ catalog: Catalog) -> Bool {
    var state = BlockState()
    for block in 0..<catalog.text.blockCount {
      if catalog.facts[block].startState != state { return false }
      catalog.text.forEachLine(ofBlock: block) { _, bytes, ending in
        _ = BlockScanner.read(bytes, in: &state)
      }
    }
    return true
  }
}

/// What a catalog knows, in a form that two catalogs can be compared by.
private struct Fingerprints: Equatable {
  var problems: [String]
  var sentProblems: Set<String>
  var fewProblems: [String]
  var problemCount: Int
  var mentions: [String]
  var widths: [[Int]]
  var tallies: [TableTally]
  var places: [Range<Int>]
  var rolesAndForms: [LineFacts]
  var nameCounts: [Int]
  var linkCounts: [Int]

  init(_ catalog: Catalog) {
    problems = catalog.problems().map {
      "\($0.range) \($0.rule) \($0.message) \($0.fix?.edits ?? [])"
    }
    // The editors' way, which remembers what it found block by block.
    sentProblems = Set(
      catalog.problems(limit: 10_000).entries.flatMap { $0.group.problems(atLine: $0.line) }
        .map { "\($0.range) \($0.rule) \($0.message) \($0.related)" })
    fewProblems = catalog.problems(limit: 7, first: [3..<5]).entries.flatMap { entry in
      entry.group.problems(atLine: entry.line).map { "\($0.range) \($0.message)" }
    }
    problemCount = catalog.problemCount
    mentions = catalog.tables.flatMap { table in
      table.bodyLines.flatMap { line in
        let name = catalog.name(ofLine: line, in: table)
        let found: [Mention]? = try? catalog.mentions(of: line, named: name)
        return (found ?? []).map { "\($0)" }
      }
    }
    widths = catalog.tables.map { $0.tally.layout.columnWidths }
    tallies = catalog.tables.map(\.tally)
    places = catalog.tables.map(\.lines)
    rolesAndForms = catalog.facts.flatMap(\.lines)
    nameCounts = catalog.names.rowCounts.values.sorted()
    linkCounts = catalog.links.rowCounts.values.sorted()
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
    ])
    let isRow = inserted.hasSuffix("\n")
    return TextEdit(
      start: isRow ? TextPosition(line: line, byteColumn: 0) : start,
      end: isRow ? TextPosition(line: line, byteColumn: 0) : end, replacement: Array(inserted.utf8))
  }
}
