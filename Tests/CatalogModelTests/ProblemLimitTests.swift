import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Which problems an editor gets if there are more than its limit.
@Suite struct ProblemLimitTests {
  private static let header = """
    | Dataset | Description | Labels / Task(s) | Image Type(s) | Dim. |
    | --- | --- | --- | --- | --- |

    """

  private func row(_ number: Int, _ task: String = "Text", _ modality: String = "CT") -> String {
    "| [N\(1000 + number)](https://a.org/\(number)) | x | \(task) | \(modality) | 2D |\n"
  }

  private func catalog(_ text: String, configuration: String = "{\"schema\":\"builtin\"}")
    -> Catalog
  {
    Catalog(
      utf8: ContiguousArray((Self.header + text).utf8),
      configuration: Configuration.read(Array(configuration.utf8)).configuration)
  }

  private func codes(_ report: ProblemReport) -> [RuleCode: Int] {
    report.entries.flatMap(\.group.problems).reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
  }

  private func lines(_ report: ProblemReport) -> [Int] { report.entries.map(\.line) }

  @Test func changedRowsComeFirstWithAllProblems() {
    let rows = (0..<400).map { row($0, "Text, Zqa, Zqb") }
    let report = catalog(rows.joined()).problems(limit: 50, first: [300..<301, 200..<201])
    #expect(report.count == 50 && report.isCut)
    for line in [200, 300] {
      let shown = report.entries.filter { $0.line == line }
      #expect(shown.reduce(0) { $0 + $1.group.problems.count } == 2)
    }
  }

  @Test func errorsComeBeforeTheRest() {
    let rows = (0..<300).map { row($0, "Text,Text") }
    let swapped = row(300, "CT", "Text")
    let all = rows.joined() + swapped
    #expect(codes(catalog(all).problems(limit: 50))["misplaced-value"] == 1)
    let catalog = catalog(
      all + row(301, "Zzqq"), configuration: #"{"rules": {"unknown-value": "error"}}"#)
    let codes = codes(catalog.problems(limit: 50))
    #expect(codes["misplaced-value"] == 1 && codes["unknown-value"] == 1)
  }

  @Test func aSevererRuleAboutOtherRowsCounts() {
    let rows = (0..<300).map { row($0, "Text,Text") }
    let twins = [row(400), row(401).replacingAddress(by: "https://a.org/400")]
    let catalog = catalog(
      (rows + twins).joined(), configuration: #"{"rules": {"duplicate-link": "error"}}"#)
    #expect(codes(catalog.problems(limit: 50))["duplicate-link"] == 1)
  }

  @Test func tablesComeInTheOrderOfTheText() {
    let table = "|a|b|\n|-|-|\n| \u{1}|\u{1}|\n\n"
    for blockByteTarget in [16, 1000] {
      let text = LineText(
        ContiguousArray((table + table).utf8), blockByteTarget: blockByteTarget)
      let report = Catalog(text).problems(limit: 3)
      #expect(report.entries.map(\.line) == [0, 2, 2] || report.entries.map(\.line) == [0, 2])
      #expect(report.count == 3 && report.isCut)
    }
  }

  @Test func tablesCountLikeRows() {
    let tables = (0..<60).map { _ in "\n|a|b|\n|-|-|\n| c|d|\n" }
    let catalog = catalog(tables.joined() + "\n" + Self.header + row(0, "CT", "Text"))
    let report = catalog.problems(limit: 20)
    #expect(report.count == 20 && report.isCut)
    #expect(codes(report)["misplaced-value"] == 1)
    #expect(catalog.problemCount == 61)
  }

  /// Each idle comment of a header is reported.
  @Test func aRuleMayReportATableTwice() {
    let idle = "<!-- mdcatalog-ignore missing-cell -->"
    let text = "| a \(idle) | b \(idle) |\n|---|---|\n| c | d |\n"
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    #expect(codes(catalog.problems(limit: 50))["unused-ignore"] == 2)
    #expect(catalog.problems(limit: 1).isCut)
  }

  @Test(arguments: [-1, 0, 1])
  func omittedProblemsAreCounted(excess: Int) {
    let rows = (0..<10 + excess).map { row($0, "Zzqq\($0)") }
    let report = catalog(rows.joined()).problems(limit: 10)
    #expect(report.isCut == (excess > 0))
    #expect(report.count == min(10, 10 + excess))
  }

  @Test func aRowAtTheLimitShowsItsErrors() {
    let report = catalog(row(0, "Zqa, CT, Zqb, Zqc") + row(1, "Zqd")).problems(limit: 2)
    #expect(codes(report) == ["misplaced-value": 1, "unknown-value": 1] && report.isCut)
  }
}

extension String {
  fileprivate func replacingAddress(by address: String) -> String {
    guard let start = firstIndex(of: "("), let end = firstIndex(of: ")") else { return self }
    return self[...start] + address + self[end...]
  }
}

/// The order of an editor's problems.
@Suite struct ProblemOrderTests {
  @Test func problemsComeByLineColumnAndCodeWhateverWasEdited() {
    let rows = """
      | [A](https://a.org) |  | Seg, Segmentation | ct, CT | foo |
      | [a](https://a.org/) | x\u{200B} | CT | Segmentation |  |
      | B | [A](https://b.org) | Text | CT | 3D <!-- mdcatalog-ignore empty-cell --> |

      """
    let text = MarkedRows.header + rows + rows
    var catalog = Catalog(
      LineText(ContiguousArray(text.utf8), blockByteTarget: 64), configuration: .closed)
    func places(_ problems: [Problem]) -> [String] {
      problems.map { "\($0.range.lowerBound) \($0.rule.rawValue)" }
    }
    func shown() -> [Problem] {
      catalog.problems(limit: 1_000, first: [3..<5]).entries
        .flatMap { $0.group.problems(atLine: $0.line) }
    }
    #expect(places(shown()) == places(catalog.problems()))
    for line in [7, 2, 4] {
      catalog.apply(TextEdit(line: line, byteColumns: 3..<4, replacement: Array("b".utf8)))
      #expect(places(shown()) == places(catalog.problems()))
    }
  }
}

/// One row with very many problems.
@Suite struct RowProblemLimitTests {
  @Test func anEditorGetsAThousandProblemsOfARuleInACell() {
    let value = String(repeating: "\u{200B}x", count: 1_500)
    let text = MarkedRows.header + "| [A](https://a.org) | \(value) | Text | CT | 3D |\n"
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    #expect(catalog.problems().count { $0.rule == "suspicious-character" } == 1_500)
    let shown = catalog.problems(limit: 10_000).entries.flatMap(\.group.problems)
    #expect(shown.count { $0.rule == "suspicious-character" } == 1_000)
    #expect(catalog.problems(ofLines: 2..<3).count { $0.rule == "suspicious-character" } == 1_000)
  }
}
