import CatalogSchema
import Testing

@testable import CatalogModel

/// Length of quotations in messages, and cost of long cells.
@Suite struct MessageTests: RuleSuite {
  private func problems(_ cell: String) -> [Problem] {
    let row = "| [A](https://a.org) | \(cell) | \(cell) | CT | 3D |\n"
    return Catalog(utf8: ContiguousArray((MarkedRows.header + row).utf8)).problems()
  }

  @Test func quotedValuesAreShort() {
    let cells = [
      String(repeating: "x", count: 5000), "[a](" + String(repeating: "b ", count: 5000) + ")",
      String(repeating: "日", count: 500),
    ]
    for message in cells.flatMap({ problems($0) }).map(\.message) {
      #expect(message.count < 3 * Quotation.characterCountMax)
    }
    let controls = problems("x\u{1B}[31m\u{202E}y")
    #expect(controls.allSatisfy { !$0.message.unicodeScalars.contains { $0.value < 0x20 } })
  }

  /// Each of these took minutes or all memory when a cell was read again for each of its bytes.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "[a](", "](x ", "[a](b (", "[a](b \"", "<!-- ", "`` ` ", "\\", "a\u{200E}", "CT, ", "CT/",
      "foo, ",
      "[a]", "www.", "<a b=\"", "CT <!-- c -->, ", "https:",
    ])
  func longCellsTakeLinearTime(part: String) {
    #expect(problems(String(repeating: part, count: 6_000)).count < 60_000)
  }
}
