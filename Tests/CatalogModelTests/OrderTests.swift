import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Rows out of order, where a schema asks for order and where a table keeps one by itself.
@Suite struct OrderTests: RuleSuite {
  private static let sorted = """
    { "schema": { "fields": [
      { "name": "Name", "mdcatalog:key": true, "mdcatalog:sorted": true }, { "name": "Note" }] } }
    """

  /// The rows that are reported; `!` after a name silences the rule.
  private func unsorted(_ names: [String], with configuration: Configuration = .standard) -> [Int] {
    let rows = names.map { name -> String in
      let comment = name.hasSuffix("!") ? "<!-- mdcatalog-ignore unsorted-row -->" : ""
      let name = name.prefix { $0 != "!" }
      return "| [\(name)](https://x.org/\(name.utf8.count))\(comment) | Text |\n"
    }.joined()
    let text = "| Name | Note |\n|---|---|\n" + rows
    return Catalog(utf8: ContiguousArray(text.utf8), configuration: configuration).problems()
      .filter { $0.rule == "unsorted-row" }.map { $0.range.lowerBound.line - 2 }
  }

  @Test func aSchemaMayAskForOrder() {
    let own = configuration(Self.sorted)
    #expect(unsorted(["a", "B", "c2", "c10", "d"], with: own).isEmpty)
    #expect(unsorted(["a", "z", "b", "c"], with: own) == [1])
    #expect(unsorted(["b", "c", "a", "d"], with: own) == [2])
    #expect(unsorted(["e", "d", "c", "b", "a"], with: own) == [0, 2, 3, 4])
    // The row that is out of order is reported, not its neighbour.
    #expect(unsorted(["a", "c", "b", "d"], with: own) == [2])
    #expect(unsorted(["a", "c!", "b", "d"], with: own).isEmpty)
  }

  private static let names = [
    "Apple", "Birch", "Cedar", "Daisy", "Elder", "Fern", "Grape", "Hazel", "Iris", "Juniper",
    "Kale", "Lily",
  ]

  @Test func aTableMayKeepAnOrderByItself() {
    #expect(unsorted(Self.names).isEmpty)
    #expect(unsorted(Self.names + ["Moss", "Beech"]) == [13])
    #expect(unsorted(["Kiwi"] + Self.names) == [0])
    #expect(unsorted(Array(Self.names.prefix(7)) + ["Aster"]).isEmpty, "fewer than ten rows")
    #expect(unsorted(Self.names.reversed()).isEmpty)
  }

  @Test func oneOfTwoOrdersIsEnough() {
    #expect(unsorted(Self.names + ["Moss-b", "Moss (c)"]).isEmpty, "by code points")
    #expect(unsorted(Self.names + ["Moss b", "Mossa"]) == [])
    #expect(unsorted(Self.names + ["Öhre", "Oak"]).isEmpty, "alphabets differ")
    #expect(unsorted(Self.names + ["Oak-tree", "Oak"]).isEmpty, "as file names are")
    #expect(unsorted(Self.names + ["Oak 10", "Oak 9"]) == [13])
  }

  @Test func aSecondListIsNoMistake() {
    #expect(unsorted(Self.names + ["Ant", "Bee", "Cat", "Dog", "Emu"]).isEmpty)
  }

  @Test func titlesDivideATable() {
    let row = "| [%](https://x.org) | Text | x |\n"
    func rows(_ names: [String]) -> String { names.map { row.replacing("%", with: $0) }.joined() }
    let text =
      "| Name | Note | Kind |\n|---|---|---|\n" + rows(Self.names) + "| **More** | | |\n"
      + rows(["Ant", "Bee"]) + "| **Yet more** |\n" + rows(["Cat"])
    let found = Catalog(utf8: ContiguousArray(text.utf8)).problems()
    #expect(!found.contains { $0.rule == "unsorted-row" })
  }

  @Test func movingRowsSortsTheTable() {
    let rows = ["b", "c", "a", "d"].map { "| [\($0)](https://x.org/\($0)) | T |" }
    let result = fixed(
      rows.joined(separator: "\n") + "\n", header: "| Name | Note |\n|---|---|\n", false,
      with: configuration(Self.sorted))
    #expect(result == rows.sorted().joined(separator: "\n") + "\n")
  }
}
