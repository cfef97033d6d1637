import CatalogSchema
import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Tables without a schema: their key column, and rows that are there twice.
@Suite struct KeyColumnTests: RuleSuite {
  private func key(_ table: String) -> String? {
    let catalog = Catalog(utf8: ContiguousArray(table.utf8))
    guard let plan = catalog.tables.first?.plan else { return nil }
    return plan.keyColumn.map { plan.columns[$0].header }
  }

  @Test func theFirstColumnOfDistinctNamesIsTheKey() {
    #expect(key("| Tool | Use |\n|---|---|\n| [Saw](https://s.org) | cuts |\n") == "Tool")
    #expect(
      key(
        """
        | # | Kind | Tool | Use |
        |---|---|---|---|
        | 1 | hand | Saw | cuts |
        | 2 | hand | Axe | cuts |
        | 3 | hand | Plane | cuts |
        | 4 | power | Drill | bores |
        """) == "Tool")
    #expect(key("| Year | Mean |\n|---|---|\n| 2020 | 1.5 |\n| 2021 | 2.5 |\n") == nil)
    #expect(key("| Kind | Size |\n|---|---|\n| hand | 1 |\n| hand | 2 |\n") == nil)
  }

  private static let header = "| Tool | Use |\n|---|---|\n"
  private static let others = (1...6).map { "| [Tool \($0)](https://t.org/\($0)) | does \($0) |\n" }
    .joined()

  @Test func equalRows() {
    check(
      Self.others + """
        | [Tool 2](https://t.org/2) | does 2 |
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-row: line 4
        """, header: Self.header)
    let result = fixed(
      Self.others + "| [Tool 2](https://t.org/2) | does 2 |\n", header: Self.header, false)
    #expect(result == Self.others)
    let last = fixed(
      Self.others + "| [Tool 2](https://t.org/2) | does 2 |", header: Self.header, false)
    #expect(last + "\n" == Self.others)
  }

  /// The severities of duplicates of a row in a table without a schema.
  private func duplicates(_ rows: String, header: String = Self.header) -> [String] {
    Catalog(utf8: ContiguousArray((header + rows).utf8)).problems()
      .filter { $0.rule.rawValue.hasPrefix("duplicate-") }
      .map { "\($0.severity) \($0.rule.rawValue)" }
  }

  @Test func equalNames() {
    func after(_ row: String) -> [String] { duplicates(Self.others + row + "\n") }
    #expect(after("| [tool 2](https://t.org/2/) | other words |") == ["warning duplicate-name"])
    #expect(after("| [Tool2](https://t.org/2) | other words |") == ["hint duplicate-name"])
    #expect(after("| [Tool 2](https://new.org) | other words |") == ["hint duplicate-name"])
    #expect(after("| [Tool 2](https://new.org) (for Windows) | other words |").isEmpty)
    #expect(after("| Tool 7 | x |\n| Tool 7 | y |").isEmpty, "no link says that they are one")
    // Next to each other the writer saw both.
    #expect(after("| [Tool 6](https://new.org) | other words |").isEmpty)
    #expect(after("| [Tool 6](https://t.org/new) | other words |") == ["hint duplicate-name"])
  }

  @Test func measurementsOfOneThingAreNoDuplicates() {
    let header = "| Model | Score |\n|---|---|\n"
    let rows = (1...6).map { "| [Net \($0)](https://n.org/\($0)) | 9\($0).5 |\n" }.joined()
    #expect(duplicates(rows + "| [Net 2](https://n.org/2) | 97.1 |\n", header: header).isEmpty)
  }

  @Test func equalLinks() {
    func links(_ count: Int) -> [String] {
      let rows = (1...count).map { "| [Tool \($0)](https://t.org/\($0)) | x |\n" }.joined()
      return duplicates(rows + "| [Lathe](https://t.org/2) | x |\n")
    }
    #expect(links(30) == ["hint duplicate-link"])
    #expect(links(12).isEmpty, "too few links to know that they are distinct")
  }

  /// A change of any cell may make rows equal, and one of the first rows another column the key.
  @Test(arguments: 0..<8)
  func editsEqualReadingFromScratch(seed: UInt64) throws {
    var random = SplitMix(state: seed &* 6_151 &+ 3)
    let cells = ["Saw", "[Saw](https://s.org)", "[Axe](https://a.org)", "Axe", "hand", "12", ""]
    func row() -> String {
      "| \(random.pick(cells)) | \(random.pick(cells)) | \(random.pick(["x", "y"])) |\n"
    }
    var text = "| Kind | Tool | Use |\n|---|---|---|\n"
    for _ in 0..<12 { text += row() }
    var catalog = Catalog(LineText(ContiguousArray(text.utf8), blockByteTarget: 64))
    for step in 0..<60 {
      let line = Int.random(in: 2..<14, using: &random)
      let place = TextPosition(line: line, byteColumn: 0)
      catalog.apply(
        TextEdit(
          start: place, end: TextPosition(line: line + 1, byteColumn: 0),
          replacement: Array(row().utf8)))
      let fresh = Catalog(LineText(catalog.text.bytes, blockByteTarget: 64))
      try #require(Fingerprints(catalog) == Fingerprints(fresh), "seed \(seed) step \(step)")
    }
  }

  /// Only the first rows decide, so an edit further down costs the same in a longer table.
  @Test func anEditReadsNoOtherRows() {
    func work(_ count: Int) -> Int {
      let rows = (0..<count).map { "| [Tool \($0)](https://t.org/\($0)) | x |\n" }.joined()
      var catalog = Catalog(utf8: ContiguousArray((Self.header + rows).utf8))
      catalog.apply(TextEdit(line: count - 3, byteColumns: 3..<3, replacement: [0x41]))
      return catalog.lastWork.measuredRowCount
    }
    #expect(work(1_000) == work(4_000))
  }
}
