import CatalogFeatures
import CatalogModel
import LineStore
import Testing

/// Tables without a schema: repeated values are completed and shown on hover.
@Suite struct LearnedFeaturesTests {
  private func catalog(_ lastRow: String, rowCount: Int = 12) -> (Catalog, line: Int) {
    let kinds = ["Gas giant", "Gas giant", "Terrestrial", "Ice giant"]
    let rows = (0..<rowCount).map {
      "| Planet \($0) | \(kinds[$0 % 4]) | Argon; Helium |\n"
    }
    let text = "| Planet | Kind | Air |\n| --- | --- | --- |\n" + rows.joined() + lastRow + "\n"
    return (Catalog(utf8: ContiguousArray(text.utf8)), rowCount + 2)
  }

  private func items(_ row: String, atByteColumn column: Int, rowCount: Int = 12) throws -> [String]
  {
    let (catalog, line) = catalog(row, rowCount: rowCount)
    let list = try Completion.items(
      at: TextPosition(line: line, byteColumn: column), in: catalog, withSnippets: false)
    return list?.items.map { "\($0.label), \($0.detail): \($0.newText)" } ?? []
  }

  @Test func repeatedValuesAreOfferedTheMostFrequentFirst() throws {
    let offered = try items("| X |  |  |", atByteColumn: 6)
    #expect(
      offered.map { $0.prefix { $0 != ":" } }
        == ["Gas giant, 6 rows", "Terrestrial, 3 rows", "Ice giant, 3 rows"])
    #expect(try items("| X | ter |  |", atByteColumn: 9).first?.hasPrefix("Terrestrial") == true)
    #expect(try items("| X |  |  |", atByteColumn: 3).isEmpty)
  }

  @Test func aListContinuesAfterItsDelimiter() throws {
    #expect(try items("| X | y | Argon; He |", atByteColumn: 19) == ["Helium, 12 rows: Helium"])
  }

  @Test func aSelectionGrowsFromAnItemOfAList() {
    let (catalog, line) = catalog("| X | y | Argon; Helium |")
    let place = TextPosition(line: line, byteColumn: 20)
    let steps = SelectionSteps.ranges(at: place, in: catalog).prefix(2)
    #expect(steps.map(\.lowerBound.byteColumn) == [17, 10])
    #expect(steps.map(\.upperBound.byteColumn) == [23, 23])
  }

  @Test func fewRowsOfferNothing() throws {
    #expect(try items("| X |  |  |", atByteColumn: 6, rowCount: 6).isEmpty)
  }

  @Test func aHeaderShowsTheRepeatedValues() throws {
    let (catalog, line) = catalog("| X | y | z |")
    func card(_ line: Int, _ column: Int) throws -> String? {
      try Hover.card(at: TextPosition(line: line, byteColumn: column), in: catalog)?.plainText
    }
    #expect(
      try card(0, 12)
        == "Kind\nMost frequent: Gas giant (6), Terrestrial (3), Ice giant (3)\n13 rows")
    #expect(try card(0, 3) == "Planet\n13 rows")
    #expect(try card(line - 1, 17)?.contains("3 rows") == true)
  }
}
