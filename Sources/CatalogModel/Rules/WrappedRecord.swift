import CatalogSchema
import LineStore
import TableSyntax

/// A record that is wrapped over several lines: body rows that have too few cells each, and one for
/// each column together.
struct WrappedRecord {
  /// Its lines.
  let lines: Range<Int>

  /// A relation of rows that may be pieces of one record.
  static let relation = RelationCheck(
    mayFind: WrappedRecordSearch.mayFind,
    mark: { block, catalog, isMarked in
      let lines = catalog.metadata[block].lines
      for line in lines.indices where lines[line].isTorn {
        isMarked[line] = true
        if line > 0 { isMarked[line - 1] = true }
        if line + 1 < lines.count { isMarked[line + 1] = true }
      }
      if isMarked.isEmpty { return }
      if isTornAfter(block, catalog) { isMarked[isMarked.count - 1] = true }
      if isTornBefore(block, catalog) { isMarked[0] = true }
    },
    // The finder asks for these first, since no other rule reports such a row.
    problems: { _, _, _, _ in [] })

  private static func isTornAfter(_ block: Int, _ catalog: Catalog) -> Bool {
    block + 1 < catalog.metadata.count && catalog.metadata[block + 1].lines.first?.isTorn == true
  }

  private static func isTornBefore(_ block: Int, _ catalog: Catalog) -> Bool {
    block > 0 && catalog.metadata[block - 1].lines.last?.isTorn == true
  }

  /// What is reported of a row that belongs to a wrapped record: the record in its second row; nil
  /// for any other row.
  static func problems(
    of row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog
  ) -> [Problem]? {
    guard mayBelong(row, catalog),
      catalog.configuration.severity(of: BrokenTable.code, standard: BrokenTable.severity) != nil,
      let record = WrappedRecord(around: row.line, in: table, catalog)
    else { return nil }
    // The second line is reported, which should not be one.
    guard record.lines.lowerBound + 1 == row.line, !record.isSilenced(table, catalog) else {
      return []
    }
    return [record.problem(table, catalog)]
  }

  /// Whether a row is next to a wrapped record, whose pieces have no names to sort by.
  static func isNext(to row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog) -> Bool {
    (row.line - 2...row.line + 2).contains { catalog.lineMetadata($0).isTorn }
      && [row.line - 1, row.line + 1].contains { line in
        table.bodyLines.contains(line)
          && WrappedRecord(around: line, in: table, catalog) != nil
      }
  }

  /// Whether a row may be a piece of a record, or be next to one.
  static func mayBelong(_ row: PlacedRow, _ catalog: Catalog) -> Bool {
    if row.metadata.isTorn { return true }
    let lines = row.block.lines
    let above =
      row.lineInBlock > 0 ? lines[row.lineInBlock - 1] : catalog.lineMetadata(row.line - 1)
    let below =
      row.lineInBlock + 1 < lines.count
      ? lines[row.lineInBlock + 1] : catalog.lineMetadata(row.line + 1)
    return above.isTorn || below.isTorn
  }

  private func isSilenced(_ table: CatalogTable, _ catalog: Catalog) -> Bool {
    catalog.withRow(lines.lowerBound, in: table) {
      IgnoreDirective($0, $1).silences(BrokenTable.code)
    }
  }

  private func problem(_ table: CatalogTable, _ catalog: Catalog) -> Problem {
    let joins = lines.dropFirst().map { line in
      TextEdit(
        start: catalog.content(ofLine: line - 1).upperBound,
        end: catalog.content(ofLine: line).lowerBound,
        replacement: Self.endsInDestination(line - 1, catalog) ? [] : [0x20])
    }
    return BrokenTable.problem(
      catalog.content(ofLine: lines.lowerBound + 1),
      "This line goes on with the row above: join the \(lines.count) lines",
      related: [
        RelatedPlace(
          range: catalog.content(ofLine: lines.lowerBound), message: "the row begins here")
      ],
      fix: Fix(title: "Join the \(lines.count) lines", isSafe: false, edits: joins))
  }

  /// Whether a line ends in the destination of a link, in which no space can be.
  private static func endsInDestination(_ line: Int, _ catalog: Catalog) -> Bool {
    catalog.text.withLine(line) { bytes, _ in
      let end = bytes.withoutBlanks(0..<bytes.count).upperBound
      var start = end
      while start > 0, !bytes[start - 1].isSpace, bytes[start - 1] != UInt8(ascii: ")") {
        start -= 1
        if bytes.hasPrefix("](", at: start) { return start + 2 < end }
      }
      return false
    }
  }

  /// The record that a body row belongs to.
  ///
  /// - Complexity: O(lines around)
  init?(around line: Int, in table: CatalogTable, _ catalog: Catalog) {
    guard let lines = WrappedRecordSearch(table, catalog).record(around: line) else { return nil }
    self.lines = lines
  }

  /// Whether a row with another content in its place leaves all records as they are.
  static func stay(
    _ line: Int, _ content: [UInt8], in table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    let around = line - 1...line + 1
    guard around.contains(where: { catalog.lineMetadata($0).isTorn }) else { return true }
    let before = WrappedRecordSearch(table, catalog)
    let after = WrappedRecordSearch(table, catalog, fixed: (line, content))
    return around.allSatisfy {
      !table.bodyLines.contains($0) || before.record(around: $0) == after.record(around: $0)
    }
  }
}
