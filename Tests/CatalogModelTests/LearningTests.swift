import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// Hints in tables without a schema, only where the other rows make them clear.
@Suite struct LearningTests {
  private static let planets = """
    | Planet | Kind | Atmosphere | Rings | Note |
    | --- | --- | --- | --- | --- |
    | Mercury | Terrestrial | None | No | closest |
    | Venus | Terrestrial | Thick | No | hot |
    | Earth | Terrestrial | Thin | No | home |
    | Mars | Terrestrial | Thin | No | red |
    | Jupiter | Gas giant | Thick | Yes | big |
    | Saturn | Gas giant | Thick | Yes | rings |
    | Uranus | Ice giant | Thick | Yes | tilted |
    | Neptune | Gas giant | Thick | Yes | far |
    | Pluto | Dwarf | Thin | No | not any more |
    | Ceres | Dwarf | None | No | belt |
    | Eris | Dwarf | None | No | far out |

    """

  private func said(_ rows: String, of table: String = planets) -> [String] {
    Catalog(utf8: ContiguousArray((table + rows).utf8)).problems()
      .filter { $0.rule != "unformatted-table" }
      .map { "\($0.rule.rawValue) \($0.severity.name): \($0.message)" }
  }

  @Test func rightRowsAreRight() {
    #expect(said("").isEmpty)
    #expect(said("| Quaoar | Plutoid | Thin | Yes | new kind |\n").isEmpty)
  }

  @Test func aRareValueNearAFrequentOneGetsAHint() {
    let found = said("| X | Terestrial | Thin | No | y |\n| Y | gas giant | Thick | Yes | z |\n")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("unknown-value hint") })
    #expect(found[0].contains("Terrestrial") && found[1].contains("Gas giant"))
  }

  @Test func otherWordsAreNoTypos() {
    let rows = ["ICCV", "ECCV", "Large", "Xlarge", "Class A", "Class B", "1st Ed", "2nd Ed"]
      .flatMap { word in (0..<3).map { "| \(word) \($0) | \(word) |\n" } }
    let table = "| Name | Kind |\n| --- | --- |\n" + rows.joined()
    #expect(said("| x | ACCV |\n| y | Slarge |\n| z | Class C |\n", of: table).isEmpty)
  }

  /// `Terrestrial` occurs four times in the table.
  @Test func aSubstitutedLetterNeedsAUniqueValueAndAFrequentOne() {
    let odd = "| X | Terrostrial | Thin | No | y |\n"
    let usual = "| Z | Terrestrial | Thin | No | y |\n"
    #expect(said(odd).isEmpty)
    #expect(said(odd + usual).count == 1)
    #expect(said(odd + odd.replacing("X", with: "W") + usual).isEmpty)
  }

  @Test func swappedCells() {
    let found = said("| X | Dwarf | Yes | Thick | y |\n| Y | Dwarf | Thin | cold | No |\n")
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("misplaced-value hint") })
    #expect(found[0].contains("“Yes” and “Thick”") && found[1].contains("“cold” and “No”"))
  }

  @Test func theColumnsShowWhereACellIsMissing() {
    let found = said("| X | Dwarf | No | y |\n")
    #expect(found.count == 1)
    #expect(found[0].contains("no cell for “Atmosphere”"))
  }

  @Test func fewRowsTeachNothing() {
    let head = Self.planets.split(separator: "\n").prefix(8).joined(separator: "\n") + "\n"
    #expect(said("| X | Terestrial | Thin | No | y |\n", of: head).isEmpty)
  }

  @Test func tablesWithTheSameHeadersTeachTogether() {
    let lines = Self.planets.split(separator: "\n").map { $0 + "\n" }
    let first = lines[0..<8].joined()
    let second = lines[0..<2].joined() + lines[8...].joined()
    let found = said("| X | Terestrial | Thin | No | y |\n", of: first + "\ntext\n\n" + second)
    #expect(found.count == 1 && found[0].contains("did you mean “Terrestrial”"))
  }

  @Test func namesNumbersAndTextAreNoVocabulary() {
    let rows = (0..<20).map { "| name\($0) | \($0 % 4) | some text number \($0) |\n" }.joined()
    let table = "| A | B | C |\n|---|---|---|\n" + rows
    #expect(said("| nane3 | 7 | some text numbr 3 |\n", of: table).isEmpty)
  }
}
