import CatalogSchema
import LineStore
import TableSyntax
import TestSupport
import Testing

@testable import CatalogModel

/// The fast path gives the same result as the reading of whole rows, whatever the schema.
@Suite struct FastPathTests {
  @Test(arguments: 0..<20)
  func rowsOfTheBuiltInSchemaReadTheSame(seed: UInt64) {
    var random = SplitMix(state: seed &* 104_729)
    let plan = TablePlan(
      headers: ["Dataset", "Description", "Task", "Modality", "Dim."],
      schemas: Configuration.standard.schemas)
    let readCount = compare(plan, rowCount: 1200) { random.fiveCells() }
    #expect(readCount > 20, "too few rows take the fast path")
  }

  @Test(arguments: 0..<40)
  func rowsOfARandomSchemaReadTheSame(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 7_919 &+ 1)
    let source = random.schema()
    let read = Configuration.read(Array(source.utf8), as: .schema)
    try #require(read.problems.isEmpty, "\(source)")
    let plan = TablePlan(
      headers: SplitMix.columnNames, schemas: read.configuration.schemas)
    try #require(plan.schema != nil)
    _ = compare(plan, rowCount: 300) { random.sixCells() }
  }

  /// Compares rows of a plan; returns how many of them take the fast path.
  private func compare(_ plan: TablePlan, rowCount: Int, _ makeRow: () -> String) -> Int {
    let rules = RuleRegistry.standard.rowRules
    var cellwise = CellwiseReading()
    func evidence(_ measure: RowMeasure, isCellwise: Bool) -> LearnedTally {
      var tally = LearnedTally(plan)
      for cell in measure.evidence { tally.add(1, cell) }
      if isCellwise {
        cellwise.takeEvidence(into: &tally)
      }
      return tally
    }
    var readCount = 0
    for _ in 0..<rowCount {
      let text = makeRow()
      let line = ContiguousArray(text.utf8)
      let row = Row(line.span, from: 0)
      var measure = RowMeasure()
      guard cellwise.read(line.span, row, plan, rules, &measure) else { continue }
      readCount += 1
      var view = RowView(line.span, row, plan)
      view.readItems(line.span)
      var whole = RowMeasure()
      whole.addEvidence(of: view, line.span)
      #expect(
        Outcome(measure, evidence(measure, isCellwise: true))
          == Outcome(line.span, view, rules, evidence(whole, isCellwise: false)), "\(text)")
    }
    return readCount
  }

  private struct Outcome: Equatable {
    var rules: RuleSet
    var problemCount: Int
    var terms: [Int]
    var evidence: LearnedTally
    var nameKey: UInt64
    var linkKey: UInt64
    var isReference: Bool
    var links: [UInt64]

    init(_ measure: RowMeasure, _ evidence: LearnedTally) {
      self.evidence = evidence
      rules = measure.rules
      problemCount = measure.problemCount
      terms = measure.terms.items.map(\.number).sorted()
      nameKey = measure.metadata.nameKey
      linkKey = measure.metadata.linkKey
      isReference = measure.metadata.isReference
      links = measure.links.flatMap { [$0.textKey, $0.linkKey] }
    }

    /// What all rules say of the row as a whole.
    init(
      _ line: Span<UInt8>, _ view: RowView, _ rowRules: RowRules, _ evidence: LearnedTally
    ) {
      let plan = view.plan
      self.evidence = evidence
      var sink = ProblemSink.counting()
      rowRules.check(view, line, &sink)
      rules = sink.rules
      problemCount = sink.problemCount
      terms = Set(
        view.cells.flatMap { cell in
          cell.terms.map { plan.firstTermNumbers[cell.column ?? 0] + $0.index }
        }
      ).sorted()
      let name = view.nameCell?.value.isEmpty == false ? view.nameCell?.name : nil
      nameKey = name.map { Fingerprint.ofName(line, $0.text) } ?? 0
      linkKey = name?.linkKey(line) ?? 0
      let isLinked = plan.keyColumn.map { plan.columns[$0].requirements.isLinked } ?? false
      if case .reference? = name?.link { isReference = isLinked } else { isReference = false }
      let found = plan.keyColumn == nil ? [] : view.linksWithNames
      links = found.flatMap {
        [Fingerprint.ofName(line, $0.text), Fingerprint.ofURL(line, $0.destination)]
      }
    }
  }
}

extension SplitMix {
  static let columnNames = ["Name", "Site", "Kind", "Place", "Year", "Note"]

  /// A schema of six columns with random requirements.
  fileprivate mutating func schema() -> String {
    let flags = { (random: inout SplitMix, names: [String]) in
      names.filter { _ in Bool.random(using: &random) }.map { ", \"mdcatalog:\($0)\": true" }
        .joined()
    }
    let required = { (random: inout SplitMix) in
      Bool.random(using: &random) ? "\"required\": true, " : ""
    }
    let delimiter = pick([", ", "; ", " · ", "/", "<br>"])
    return """
      { "name": "random", "primaryKey": "Name", "fields": [
        { "name": "Name"\(flags(&self, ["link", "sorted", "code"])) },
        { "name": "Site", "constraints": { \(required(&self))"maxLength": 30 }
          \(flags(&self, ["link"])) },
        { "name": "Kind", "type": "list", "delimiter": "\(delimiter)",
          "constraints": { \(required(&self))"enum": ["Map", "Open Map", "Chart",
            { "prefLabel": "Photo", "altLabel": ["Image"], "hiddenLabel": ["Foto"] }] }
          \(flags(&self, ["closed", "link"])) },
        { "name": "Place", "constraints": { \(required(&self))
          "enum": ["Oslo", "Rome", "Map\(delimiter)Room"] }
          \(flags(&self, ["closed"])) },
        { "name": "Year", "type": "integer",
          "constraints": { "minimum": 1900, "maximum": 2100, "unique": true } },
        { "name": "Note", "constraints": { "minLength": 2, "pattern": "[^#]*" }
          \(flags(&self, ["startsWithCapital", "noFinalPunctuation", "withoutName", "code"])) }
      ] }
      """
  }

  /// A row of six cells, right and wrong.
  fileprivate mutating func sixCells() -> String {
    let name = pick([
      "A", "—", "[B](https://b.org)", "`c`", "", "[D][r]", "Oslo", "E\u{200B}", "<F>",
    ])
    let site = pick(["https://s.org", "[s](x y)", "", "[s](https://s.org)", "text", "[t]()"])
    let kind = pick([
      "Map", "map", "Map, Chart", "Map; Chart", "Map · Photo", "Foto", "Maps", "", "Oslo",
      "[Map](https://m.org)", "-", "Map, N/A", "Map<br>Map", "Image/Photo", "Chart\u{A0}",
      "unknown", "`Map`",
    ])
    let place = pick([
      "Oslo", "Rome", "oslo", "", "Map", "Rom", "TBD", "Oslo, Rome", "Osslo", "*Rome*",
    ])
    let year = pick(["1999", "?", "1800", "x", "", "1999.5", "２０００", "Oslo"])
    let note = pick([
      "Good", "bad.", "x", "", "# no", "About A", "see [A](https://a.org)", "tab\there", "`code`",
      "a\\|b", "<!-- c -->", "日本。",
    ])
    return "| \(name) | \(site) | \(kind) | \(place) | \(year) | \(note) |"
  }
}

extension SplitMix {
  /// A row of five cells as people write them, right and wrong.
  fileprivate mutating func fiveCells() -> String {
    let name = pick(["A", "B-1", "c_2", "É", "", "D E", "*M*", "A\u{200B}"])
    let url = pick([
      "https://a.org", "http://A.org/x/", "ftp://b.c", "nowhere", "https://a.b/(c)", "",
      "https:///x", "https://a b",
    ])
    let key = pick([
      "[\(name)](\(url))", name, "[\(name)](\(url)) x", "<\(url)>", "[\(name)][r]", url,
      "www.a.org", "![\(name)](\(url))", "[\(name)]", "[\(name)] (\(url))", "a@b.org",
      "\(name) https://x.org", "`\(name)`",
    ])
    let text = pick([
      "Text", "see [A](https://a.org)", "[x](a b)", "", "日本", "zero\u{200B}", "a\\|b", "a\\\\|b",
      "![i](https://i.org)", "`code`", "x <!-- c -->", "x <!-- c --> y", "[a]", "tab\there",
      "](x", "a\\\\\\|b", "`[x](a b)`", "<a href=\"](\">", "می\u{200C}خواهم", "a\u{FE0F}",
    ])
    let task = pick([
      "Segmentation", "segmentation", "Segmentation, Detection", "Seg., Segmentation", "", "foo",
      "Segmenttion", "Segmentation,Detection", "CT", "Segmentation,", "Detection/Segmentation",
      "Segmentation, and Text", "Text;", "/", "CT/MRI", "Segmentation, segmentation", "Ultrasond",
    ])
    let modality = pick([
      "CT", "MRI", "CT/MRI", "ct", "MRI, CT, MRI", "", "3D", "bar", "PET/CT", "CT,\u{A0}MRI",
      "CT <!-- c -->, MRI", "\u{200B}", "CT//MRI", "and CT",
    ])
    let dimension = pick(["3D", "2D", "2D + Time", "2D, 3D", "", "3d", "CT", "2D+Time+3D"])
    return "| \(key) | \(text) | \(task) | \(modality) | \(dimension) |"
  }
}
