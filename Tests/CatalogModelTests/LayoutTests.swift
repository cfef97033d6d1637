import CatalogSchema
import LineStore
import Testing

@testable import CatalogModel

/// The form that `auto` gives a table, step by step.
@Suite struct LayoutTests {
  private enum Form { case unchanged, aligned, compact }

  private static let wide = String(repeating: "W", count: 60)
  private static let dashes = String(repeating: "-", count: 60)
  private static let wideHeader = "|h|\(wide)|\(wide)|"
  private static let wideDelimiter = "| --- | \(dashes) | \(dashes) |"
  private static let inColumns = "| a   | \(wide) | \(wide) |"
  private static let outOfColumns = "|a|\(wide)|\(wide)|"

  private func form(_ lines: [String]) -> Form? {
    let catalog = Catalog(utf8: ContiguousArray(lines.map { $0 + "\n" }.joined().utf8))
    guard let table = catalog.tables.first else { return nil }
    if catalog.isFormatted(table, style: .auto) { return .unchanged }
    return catalog.layout(of: table, style: .auto).columnWidths == nil ? .compact : .aligned
  }

  private func times(_ count: Int, _ row: String) -> [String] {
    Array(repeating: row, count: count)
  }

  @Test func aTableInOneOfItsFormsStays() {
    #expect(form(["| a |", "| --- |", "| b |"]) == .unchanged)
    #expect(form([Self.wideHeader, Self.wideDelimiter, Self.inColumns]) == .aligned)
    let header = "| h   | \(Self.wide) | \(Self.wide) |"
    #expect(form([header, Self.wideDelimiter, Self.inColumns]) == .unchanged)
  }

  @Test func rowsWithPipesBelowTheDelimitersMakeItAligned() {
    let head = [Self.wideHeader, Self.wideDelimiter]
    #expect(form(head + times(3, Self.inColumns) + times(2, Self.outOfColumns)) == .aligned)
    #expect(form(head + times(2, Self.inColumns) + times(2, Self.outOfColumns)) == .compact)
    #expect(form(head + times(2, "| a   | \(Self.wide) |")) == .aligned, "a short row")
    #expect(form(head + times(2, "  a   | \(Self.wide) | b")) == .aligned, "no outer pipes")
    #expect(form(head + times(2, "| a   | \(Self.wide) | b |")) == .compact, "the last pipe")
  }

  @Test func aTabReachesToTheNextTabStop() {
    let lines = ["-\t" + Self.wideHeader, "\t" + Self.wideDelimiter, "    " + Self.inColumns]
    #expect(form(lines) == .aligned)
  }

  @Test(arguments: ["| a | b |", "a | b", "a | b  ", "a | b\t", "| a | b |\t", "| a |  |"])
  func rowsThatAreCompactInsideMakeItCompact(row: String) {
    #expect(form(["|h|i|", "|-|-|"] + times(3, row) + times(2, "|a|   b|")) == .compact)
    #expect(form(["|h|i|", "|-|-|"] + times(2, row) + times(2, "|a|   b|")) == .aligned)
    #expect(form(["|h|i|", "|----|-|"] + times(3, row)) == .aligned, "no minimal delimiter row")
  }

  @Test(arguments: ["|a||", "||a|", "|        | a |", "| a | |", "|a|b|", "| a |\tb |"])
  func theseRowsAreNotCompact(row: String) {
    #expect(form(["|h|i|", "|-|-|"] + times(3, row)) == .aligned)
  }

  /// The widest line, as it would be printed, has at most 120 columns.
  @Test func theWidestLineDecides() {
    func text(_ count: Int) -> String { String(repeating: "w", count: count) }
    let head = ["|h|i|", "|-|-|"]
    #expect(form(head + ["|a|\(text(110))|"]) == .aligned)
    #expect(form(head + ["|a|\(text(111))|"]) == .compact)
    #expect(form(head + ["|a|\(String(repeating: "日", count: 55))|"]) == .aligned)
    #expect(form(head + ["|a|\(String(repeating: "日", count: 56))|"]) == .compact)
    #expect(form((head + ["|a|\(text(109))|"]).map { "> " + $0 }) == .compact)
    #expect(form(["|h|i|", "   |-|-|", "|a|\(text(108))|"]) == .compact, "the delimiter row")
    #expect(form(head + ["   |a|", "|a|\(text(110))|"]) == .aligned, "a short row has room")
    #expect(form(head + ["|a|\(text(60))|\(text(60))|"]) == .compact, "past the last column")
  }

  @Test func textWithoutWidthIsText() {
    #expect(form(["| a |", "| --- |", "|  \u{200B}|"]) == .compact)
    #expect(form(["| a |", "| --- |", "| \u{200B} |"]) == .unchanged)
  }

  /// A line that an added pipe would turn into something else stays.
  @Test(arguments: [
    "[r]: u\n===\n| --- |", "> a\n   b|c\n> | --- | --- |", "| a |\n| --- |\n\u{B}b",
    "- > a\n\tb\n  > | --- |",
  ])
  func linesThatMustStayCountAsFormatted(text: String) {
    #expect(form([text]) == .unchanged)
  }

  @Test func aTaskKeepsItsCheckbox() {
    let catalog = Catalog(utf8: ContiguousArray("- [ ] a | b\n  --|--\n  1 | 2\n".utf8))
    #expect(catalog.tables.map(\.headerOffset) == [6])
  }
}

/// Where a mark around tables counts.
@Suite struct IgnoreMarkTests {
  private static let start = "<!-- mdcatalog-ignore-start -->"
  private static let table = "|a|\n|-|\n"

  private func isIgnored(_ text: String) -> Bool {
    let catalog = Catalog(utf8: ContiguousArray(text.utf8))
    return catalog.tables.count == 1 && catalog.ignoredTableIDs.count == 1
  }

  @Test(arguments: ["", "\u{FEFF}", "   ", "> ", "- ", "> 1. ", "text\n", "- a\n\n  "])
  func aMarkIsABlockOfItsOwn(prefix: String) {
    #expect(isIgnored(prefix + Self.start + "\n" + Self.table))
  }

  @Test(arguments: [
    "```\n\(start)\n```\n", "    \(start)\n", "<div>\n\(start)\n\n", "<!--\n\(start)\n-->\n",
    "text \(start)\n\n", "\(start) text\n", "<!-- \(start)\n",
  ])
  func aMarkInCodeOrHTMLDoesNotCount(text: String) {
    #expect(!isIgnored(text + Self.table))
  }
}
