import CatalogSchema
import LineStore
import TableSyntax

/// A body row that is written as a delimiter row: with the row above it the start of a second table
/// that is not separated from the first.
enum SecondTable {
  static let relation = RelationCheck(
    mayFind: { $1.metadata[$0].counts.dashes > 0 },
    mark: { block, catalog, isMarked in
      for (index, line) in catalog.metadata[block].lines.enumerated() where line.isDashes {
        isMarked[index] = true
      }
    },
    problems: problems)

  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    guard row.metadata.isDashes else { return [] }
    let line = row.line
    guard line > table.bodyLines.lowerBound, line + 1 < table.endLine else {
      return [
        BrokenTable.problem(
          catalog.content(ofLine: line),
          "This row of dashes is rendered as a row of the table: remove it",
          fix: Fix(title: "Remove the row", isSafe: false, edits: [catalog.removalOfRow(line)]))
      ]
    }
    return [
      BrokenTable.problem(
        catalog.content(ofLine: line),
        "This delimiter row is rendered as a row of the table above: insert a blank line before "
          + "its header row",
        related: [
          RelatedPlace(range: catalog.content(ofLine: line - 1), message: "the header row")
        ],
        fix: depth == .full ? separation(line, table, catalog) : nil)
    ]
  }

  /// Whether a body row, or the header row among them, belongs to a second table of another number
  /// of columns: what it lacks or has too many is counted by the wrong header.
  static func contains(_ line: Int, in table: CatalogTable, _ catalog: Catalog) -> Bool {
    guard catalog.totals.dashes > 0,
      let start = catalog.derived(FirstLine(tableID: table.id, headerLine: table.headerLine))
    else { return false }
    return line >= start
  }

  /// The header row of the first such table.
  private struct FirstLine: DerivedValue {
    var tableID: Int
    var headerLine: Int

    func derive(from catalog: Catalog) -> Int? {
      guard let table = catalog.table(atLine: headerLine) else { return nil }
      var block = catalog.text.block(ofLine: headerLine).block
      var first = catalog.text.firstLine(ofBlock: block)
      while block < catalog.metadata.count, first < table.endLine {
        let metadata = catalog.metadata[block]
        if metadata.counts.dashes > 0 {
          for (index, line) in metadata.lines.enumerated()
          where line.flags.contains(.foreignDashes)
            && table.bodyLines.dropFirst().contains(first + index)
          {
            return first + index - 1
          }
        }
        first += metadata.lines.count
        block += 1
      }
      return nil
    }
  }

  /// A blank line before the row above; nil if the rows make no table then.
  private static func separation(
    _ line: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Fix? {
    let header = line - 1
    var prefix: [UInt8] = []
    var ending: [UInt8] = []
    let offset = catalog.contentOffset(ofLine: header, in: table)
    catalog.text.withLine(header) { bytes, end in
      prefix = bytes.array(bytes.withoutBlanks(0..<min(offset, bytes.count)))
      ending = end.text
    }
    guard prefix.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ">") }) else { return nil }
    var state = catalog.blockState(before: header)
    let blank = ContiguousArray(prefix)
    _ = BlockScanner.read(blank.span, in: &state)
    var isTable = false
    catalog.text.forEachLine(in: header..<line + 1) { index, bytes, _ in
      isTable = BlockScanner.read(bytes, in: &state).isDelimiterRow
      return true
    }
    guard isTable else { return nil }
    let place = TextPosition(line: header, byteColumn: 0)
    return Fix(
      title: "Insert a blank line before the second table", isSafe: false,
      edits: [TextEdit(start: place, end: place, replacement: prefix + ending)])
  }
}
