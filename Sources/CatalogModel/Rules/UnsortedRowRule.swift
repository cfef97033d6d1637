import CatalogSchema
import LineStore

/// A row out of order in a table of at least ten rows that is sorted but for a few.
///
/// A sorted list is easy to read, and two people add to it in different places. Names are compared
/// without case, runs of digits by value. The row is reported whose removal puts its neighbours in
/// order. Where a configured schema says that a table is sorted, every row out of order is
/// reported. Elsewhere two rows may be in either order if only spaces, punctuation or letters
/// beyond ASCII say which comes first, and where a second list begins in the table.
///
/// Fix: unsafe
/// Bad: `DRIVE`, `DLDS`, `EchoNet`
/// Good: `DLDS`, `DRIVE`, `EchoNet`
package enum UnsortedRowRule {
  package static let rule = Rule(
    "unsorted-row", .information,
    .relation(RelationCheck(mayFind: mayFind, mark: mark, problems: problems)))

  @Sendable private static func mayFind(_ block: Int, _ catalog: Catalog) -> Bool {
    catalog.metadata[block].counts.inversions > 0 || isInvertedAfter(block, catalog)
  }

  /// Whether the first row of the next block is out of order with the last of this one.
  private static func isInvertedAfter(_ block: Int, _ catalog: Catalog) -> Bool {
    block + 1 < catalog.metadata.count
      && catalog.metadata[block + 1].lines.first?.isInverted == true
  }

  /// Marks rows that are out of order with a neighbour.
  @Sendable private static func mark(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    let metadata = catalog.metadata[block]
    for line in metadata.orderBreaks where metadata.lines[line].isInverted {
      isMarked[line] = true
      if line > 0 { isMarked[line - 1] = true }
    }
    if isInvertedAfter(block, catalog), !isMarked.isEmpty { isMarked[isMarked.count - 1] = true }
  }

  @Sendable private static func problems(
    _ row: PlacedRow, _ table: CatalogTable, _ catalog: Catalog, _ depth: ProblemDepth
  ) -> [Problem] {
    let line = row.line
    guard table.plan.mustBeSorted || table.tally.isMostlySorted,
      row.metadata.isInverted || catalog.lineMetadata(line + 1).isInverted,
      isToBlame(line, table, catalog)
    else { return [] }
    let range = catalog.keyCell(ofLine: line, in: table)
    let start = "\(quoted(catalog.name(ofLine: line, in: table))) is out of order"
    if depth == .existence { return [rule.problem(range, start)] }
    let runs = catalog.derived(TableRuns(tableID: table.id, line: line))
    let place = runs?.place(ofLine: line, in: catalog)
    var problem = rule.problem(range, start + describe(place, table, catalog))
    if let runs, let place, bringsOrder(line, before: place, runs, table, catalog),
      catalog.firstTextLine(in: min(line, place)..<max(line, place)) == nil
    {
      problem.fix = move(line, before: place, catalog)
    }
    return [problem]
  }

  /// The runs of rows in order of the table with an id, which has a line.
  private struct TableRuns: DerivedValue {
    var tableID: Int
    var line: Int

    static func == (left: TableRuns, right: TableRuns) -> Bool { left.tableID == right.tableID }
    func hash(into hasher: inout Hasher) { hasher.combine(tableID) }

    func derive(from catalog: Catalog) -> SortedRuns? {
      catalog.table(atLine: line).map { SortedRuns(of: $0, in: catalog) }
    }
  }

  /// Whether a move leaves fewer neighbours out of order, or the same number and only passes rows
  /// that the row is out of order with: such moves come to an end.
  private static func bringsOrder(
    _ line: Int, before place: Int, _ runs: SortedRuns, _ table: CatalogTable,
    _ catalog: Catalog
  ) -> Bool {
    let isAboveInverted = catalog.lineMetadata(line).isInverted
    let isBelowInverted =
      table.bodyLines.contains(line + 1) && catalog.lineMetadata(line + 1).isInverted
    let count = (isAboveInverted ? 1 : 0) + (isBelowInverted ? 1 : 0)
    let isJoinInOrder = isInOrder(line - 1, line + 1, table, catalog, isStrict: true)
    if count > (isJoinInOrder ? 0 : 1) { return true }
    let isPassedInverted = place <= line ? isAboveInverted : isBelowInverted
    return isPassedInverted
      && runs.adjoin(in: min(line, place)..<max(line + 1, place))
  }

  /// Whether a row is the one that is out of order at the inversion above or below it.
  private static func isToBlame(_ line: Int, _ table: CatalogTable, _ catalog: Catalog) -> Bool {
    let body = table.bodyLines
    if body.contains(line), catalog.lineMetadata(line).isInverted,
      blamed(line, table, catalog) == line
    {
      return true
    }
    return body.contains(line + 1) && catalog.lineMetadata(line + 1).isInverted
      && blamed(line + 1, table, catalog) == line
  }

  /// Of the two rows at an inversion the one whose removal puts its neighbours in order; the later
  /// if both do. If neither does, the later where a schema asks for order, else none. A row whose
  /// comment allows it to be out of order is the one.
  private static func blamed(_ later: Int, _ table: CatalogTable, _ catalog: Catalog) -> Int? {
    let isEarlierPinned = catalog.isPinned(later - 1, catalog.lineMetadata(later - 1), table)
    let isLaterPinned = catalog.isPinned(later, catalog.lineMetadata(later), table)
    if isEarlierPinned != isLaterPinned { return isEarlierPinned ? later - 1 : later }
    let isStrict = table.plan.mustBeSorted
    func isKept(_ first: Int, _ second: Int) -> Bool {
      isInOrder(first, second, table, catalog, isStrict: isStrict)
    }
    if isKept(later - 1, later) { return nil }
    let fixesEarlier = isKept(later - 2, later)
    let fixesLater = isKept(later - 1, later + 1)
    if !fixesEarlier, !fixesLater, !isStrict { return nil }
    return fixesEarlier && !fixesLater ? later - 1 : later
  }

  /// Whether a row may be above another one.
  private static func isInOrder(
    _ first: Int, _ second: Int, _ table: CatalogTable, _ catalog: Catalog, isStrict: Bool
  ) -> Bool {
    let body = table.bodyLines
    guard body.contains(first), body.contains(second) else { return true }
    let above = SortName(catalog.name(ofLine: first, in: table))
    let below = SortName(catalog.name(ofLine: second, in: table))
    if above.isEmpty || below.isEmpty { return true }
    return isStrict
      ? !NameOrder.precedes(below, above) : !NameOrder.plainlyPrecedes(below, above)
  }

  private static func describe(
    _ place: Int?, _ table: CatalogTable, _ catalog: Catalog
  ) -> String {
    guard let place else { return "" }
    if table.bodyLines.contains(place) {
      let next = quoted(catalog.name(ofLine: place, in: table))
      return ": it belongs before \(next) on line \(place + 1)"
    }
    return ": it belongs at the end of the table"
  }

  /// Removes the row's line and inserts it before another line.
  private static func move(_ line: Int, before place: Int, _ catalog: Catalog) -> Fix? {
    let text = catalog.text
    let isLast = line + 1 >= text.lineCount
    guard let edits = isLast ? moveOfLastLine(line, place, text) : moveOfLine(line, place, text)
    else { return nil }
    return Fix(
      title: "Move the row to its place", isSafe: false, edits: edits.sorted { $0.start < $1.start }
    )
  }

  private static func moveOfLine(_ line: Int, _ place: Int, _ text: LineText) -> [TextEdit]? {
    let removal = TextEdit(
      start: TextPosition(line: line, byteColumn: 0),
      end: TextPosition(line: line + 1, byteColumn: 0), replacement: [])
    let bytes = Array(text.line(line))
    let ending = text.withLine(line) { _, ending in ending.text }
    guard place >= text.lineCount else {
      let target = TextPosition(line: place, byteColumn: 0)
      return [removal, TextEdit(start: target, end: target, replacement: bytes + ending)]
    }
    guard let end = text.lastPosition else { return nil }
    return [removal, TextEdit(start: end, end: end, replacement: ending + bytes)]
  }

  /// The last line, which has no ending, takes that of the line above, which becomes the last.
  private static func moveOfLastLine(
    _ line: Int, _ place: Int, _ text: LineText
  ) -> [TextEdit]? {
    guard place < line, let end = text.lastPosition else { return nil }
    let above = text.withLine(line - 1) { bytes, ending in (bytes.count, ending.text) }
    let removal = TextEdit(
      start: TextPosition(line: line - 1, byteColumn: above.0), end: end, replacement: [])
    let target = TextPosition(line: place, byteColumn: 0)
    let row = Array(text.line(line)) + above.1
    return [removal, TextEdit(start: target, end: target, replacement: row)]
  }
}

extension Catalog {
  /// Whether a row's comment allows it to be out of order.
  func isPinned(_ line: Int, _ metadata: LineMetadata, _ table: CatalogTable) -> Bool {
    metadata.hasDirective
      && withRow(line, in: table) { IgnoreDirective($0, $1).silences(UnsortedRowRule.rule.code) }
  }
}

extension LineText {
  /// The place after the last byte.
  var lastPosition: TextPosition? {
    let line = lineCount - 1
    return TextPosition(line: line, byteColumn: withLine(line) { bytes, _ in bytes.count })
  }
}
