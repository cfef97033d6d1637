import CatalogModel
import CatalogSchema
import LineStore
import Testing

@testable import CatalogFeatures

/// Tables are shown below their headings.
@Suite struct OutlineTests {
  /// The outline of a text: headings with their lines and, in brackets, what is below them.
  private func outline(_ text: String) -> String {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8), configuration: .standard)
    return shown(OutlineSection(of: catalog), catalog)
  }

  private func shown(_ section: OutlineSection, _ catalog: Catalog) -> String {
    let tables = section.tables.map { Outline.entry(of: $0, in: catalog).name }
    let sections = section.sections.map { section in
      let range = section.heading?.range
      let lines = "\(range?.lowerBound.line ?? -1)-\(range?.upperBound.line ?? -1)"
      return "\(section.heading?.name ?? "") \(lines) [\(shown(section, catalog))]"
    }
    return (tables + sections).joined(separator: ", ")
  }

  private func table(_ name: String) -> String { "| \(name) |\n|---|\n| x |\n\n" }

  @Test func tablesAreBelowTheirHeadings() {
    let text =
      table("a") + "# *Sky*\n\n" + table("b") + "## Planets ##\n\n" + table("c") + table("d")
    #expect(outline(text) == "a, Sky 4-20 [b, Planets 10-20 [c, d]]")
  }

  @Test func headingsWithoutTablesAreLeftOut() {
    let text = "# Sky\n\n## News\n\nText.\n\n## Planets\n\n" + table("a") + "# End\n"
    #expect(outline(text) == "Sky 0-11 [Planets 6-11 [a]]")
  }

  @Test func underlinedTextIsAHeading() {
    let text = "Sky\n===\n\nPlanets\n-------\n\n" + table("a") + "Moons\n=====\n\n" + table("b")
    #expect(outline(text) == "Sky 0-9 [Planets 3-9 [a]], Moons 10-17 [b]")
  }

  @Test func codeIsNoHeading() {
    let text = "# Sky\n\n```\n# Code\n```\n\n    # Code\n\n#tag\n\n" + table("a")
    #expect(outline(text) == "Sky 0-14 [a]")
  }
}
