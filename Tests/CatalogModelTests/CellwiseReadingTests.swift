import CatalogSchema
import LineStore
import TableSyntax
import TestSupport
import Testing

@testable import CatalogModel

/// Reading a row cell by cell, the fast path, agrees with the rules.
@Suite struct CellwiseReadingTests {
  @Test(arguments: 0..<20)
  func theFastPathAgreesWithTheRules(seed: UInt64) {
    var random = SplitMix(state: seed &* 104_729)
    let plan = TablePlan(
      headers: ["Dataset", "Description", "Task", "Modality", "Dim."],
      schemas: Configuration.standard.schemas)
    var cellwise = CellwiseReading()
    var readCount = 0
    for _ in 0..<1200 {
      let line = ContiguousArray(random.fiveCells().utf8)
      let row = Row(line.span, from: 0)
      var measure = RowMeasure()
      guard cellwise.read(line.span, row, plan, &measure) else { continue }
      readCount += 1
      let text = String(decoding: line, as: UTF8.self)
      #expect(Said(measure) == Said(line.span, row, plan), "\(text)")
    }
    #expect(readCount > 20, "too few rows are read cell by cell")
  }

  private struct Said: Equatable {
    var rules: RuleSet
    var problemCount: Int
    var terms: [Int]
    var nameKey: UInt64
    var linkKey: UInt64
    var links: [UInt64]

    init(_ measure: RowMeasure) {
      rules = measure.rules
      problemCount = measure.problemCount
      terms = measure.terms.items.map(\.number)
      nameKey = measure.facts.nameKey
      linkKey = measure.facts.linkKey
      links = measure.links.flatMap { [$0.textKey, $0.linkKey] }
    }

    init(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) {
      var sink = CountingSink(directive: .none)
      let reading = RowRules.check(line, row, plan, &sink)
      rules = sink.rules
      problemCount = sink.problemCount
      var terms = RowTerms()
      for cell in reading.cells {
        for term in reading.terms(of: cell) {
          terms.add(plan.firstTermNumbers[cell.column] + term.index, ofColumn: cell.column)
        }
      }
      self.terms = terms.items.map(\.number)
      let name = reading.cell(ofColumn: 0).map { RowName(line, value: $0.value) }
      nameKey = name.map { Fingerprint.ofName(line, $0.text) } ?? 0
      linkKey = name?.linkKey(line) ?? 0
      links = LinkMismatchRule.links(line, row, reading).flatMap {
        [Fingerprint.ofName(line, $0.text), Fingerprint.ofURL(line, $0.destination)]
      }
    }
  }
}

extension SplitMix {
  /// A row of five cells, correct or damaged as in real lists.
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
