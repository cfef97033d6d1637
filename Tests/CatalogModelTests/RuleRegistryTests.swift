import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// A rule that is in the registry is found everywhere, whatever its scope.
@Suite struct RuleRegistryTests {
  /// A rule of each scope; each reports rows, tables or lines of its own.
  private static let rules = [
    Rule(
      "test-cell", .error,
      .cells(.unusual) { cell, _, _, sink in
        sink.report(cell.value) { Explanation(message: "cell") }
      }),
    Rule(
      "test-row", .warning,
      .allRows { view, _, sink in
        if view.row.cellCount == 2 { sink.report(0..<1) { Explanation(message: "row") } }
      }),
    Rule(
      "test-relation", .warning,
      .relation(
        RelationCheck(
          mayFind: { _, _ in true }, mark: { _, _, isMarked in isMarked[2] = true },
          problems: { row, _, _, _ in
            guard row.line == 2 else { return [] }
            return [
              Problem(
                rule: "test-relation", severity: .warning, range: TextPosition.range(2, 0..<1),
                message: "relation")
            ]
          }))),
    Rule(
      "test-line", .warning,
      .line(
        LineCheck(
          mayFind: { _, _ in true }, mayReport: { $0.role == .paragraph },
          problems: { line, _, _ in
            line < 4
              ? []
              : [
                Problem(
                  rule: "test-line", severity: .warning, range: TextPosition.range(line, 0..<1),
                  message: "line")
              ]
          }))),
    Rule(
      "test-table", .hint,
      .table { table, _, _ in
        [
          Problem(
            rule: "test-table", severity: .hint,
            range: TextPosition.range(table.headerLine, 0..<1), message: "table")
        ]
      }),
    Rule(
      "test-guess", .hint,
      .guess { view, line, sink in
        if view.row.cellCount == 2 { sink.report(0..<1) { Explanation(message: "guess") } }
      }),
  ]

  private let registry = RuleRegistry(RuleRegistry.standard.rules + rules)

  private func catalog(_ settings: String = "{}") -> Catalog {
    let kinds = ["x", "y"].map { String(repeating: "| ü | \($0) |\n", count: 6) }.joined()
    let text = "| A | B |\n| --- | --- |\n" + kinds + "\nText\n"
    let read = Configuration.read(Array(settings.utf8), rules: registry.rules.map(\.code))
    #expect(read.problems.isEmpty)
    return Catalog(
      utf8: ContiguousArray(text.utf8), configuration: read.configuration, rules: registry)
  }

  @Test(arguments: rules.map(\.code))
  func aRuleIsFoundEverywhere(code: RuleCode) throws {
    let catalog = catalog()
    #expect(registry[code] != nil)
    let found = try #require(catalog.problems().first { $0.rule == code }, "\(code) in a report")
    let line = found.range.lowerBound.line
    #expect(
      catalog.problems(ofLines: line..<line + 1).contains { $0.rule == code }, "\(code) of a line")
    let shown = catalog.problems(limit: 1000).entries.flatMap(\.group.problems)
    #expect(shown.contains { $0.rule == code }, "\(code) in an editor")
  }

  @Test(arguments: rules.map(\.code))
  func aRuleIsSwitchedOffAndGraded(code: RuleCode) {
    let off = catalog("{ \"rules\": { \"\(code.rawValue)\": \"off\" } }")
    #expect(!off.problems().contains { $0.rule == code })
    let error = catalog("{ \"rules\": { \"\(code.rawValue)\": \"error\" } }")
    let isGuess = code == "test-guess"
    #expect(error.problems().contains { $0.rule == code && ($0.severity == .error) != isGuess })
    // Errors come first where a limit cuts.
    let shown = error.problems(limit: 1).entries.flatMap(\.group.problems)
    #expect(shown.allSatisfy { isGuess || $0.severity == .error })
  }

  @Test func codesAreUniqueAndDocumented() {
    let rules = RuleRegistry.standard.rules
    #expect(Set(rules.map(\.code)).count == rules.count)
    #expect(rules.count <= RuleSet.countMax)
    #expect(rules.allSatisfy { !RuleText.of($0.code).text.isEmpty })
  }
}
