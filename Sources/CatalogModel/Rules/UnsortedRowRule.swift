import CatalogSchema
import LineStore

/// A row out of order in a table that is mostly sorted.
///
/// A sorted list is found by eye and two people add to it in different places. Names are compared
/// in small letters, runs of digits by value. The row is reported whose removal puts its neighbours
/// in order.
///
/// Bad: `DRIVE`, `DLDS`, `EchoNet`
/// Good: `DLDS`, `DRIVE`, `EchoNet`
enum UnsortedRowRule {
  static func problem(
    _ line: Int, _ own: LineFacts, _ table: CatalogTable, _ catalog: Catalog
  ) -> Problem? {
    guard table.plan.isSorted, table.tally.isMostlySorted,
      own.isInverted || catalog.lineFacts(line + 1).isInverted, isToBlame(line, table, catalog)
    else { return nil }
    let name = quoted(catalog.name(ofLine: line, in: table))
    return Problem(
      rule: .unsortedRow, severity: .information, range: catalog.keyCell(ofLine: line, in: table),
      message: "\(name) is out of order")
  }

  /// The problem with the row's place and the move there.
  ///
  /// - Complexity: O(runs between the row and its place)
  static func withPlace(
    _ problem: Problem, _ line: Int, _ runs: SortedRuns, _ table: CatalogTable,
    _ catalog: Catalog
  ) -> Problem {
    var problem = problem
    let place = runs.place(ofLine: line, in: catalog)
    problem.message += describe(place, table, catalog)
    if let place, bringsOrder(line, before: place, runs, table, catalog) {
      problem.fix = move(line, before: place, catalog)
    }
    return problem
  }

  /// Whether a move leaves fewer neighbours out of order, or as many and only passes rows that the
  /// row is out of order with: moves such as these come to an end.
  private static func bringsOrder(
    _ line: Int, before place: Int, _ runs: SortedRuns, _ table: CatalogTable,
    _ catalog: Catalog
  ) -> Bool {
    let isAboveInverted = catalog.lineFacts(line).isInverted
    let isBelowInverted =
      table.bodyLines.contains(line + 1) && catalog.lineFacts(line + 1).isInverted
    let count = (isAboveInverted ? 1 : 0) + (isBelowInverted ? 1 : 0)
    if count > (isInOrder(line - 1, line + 1, table, catalog) ? 0 : 1) { return true }
    let isPassedInverted = place <= line ? isAboveInverted : isBelowInverted
    return isPassedInverted
      && runs.adjoin(in: min(line, place)..<max(line + 1, place))
  }

  /// Whether a row is the one to blame for the inversion above or below it.
  private static func isToBlame(_ line: Int, _ table: CatalogTable, _ catalog: Catalog) -> Bool {
    let body = table.bodyLines
    if body.contains(line), catalog.lineFacts(line).isInverted,
      blamed(line, table, catalog) == line
    {
      return true
    }
    return body.contains(line + 1) && catalog.lineFacts(line + 1).isInverted
      && blamed(line + 1, table, catalog) == line
  }

  /// Of the row at an inversion and the row above, the one whose removal puts its neighbours in
  /// order; the later where both or neither do. One that may stand out of order takes the blame.
  private static func blamed(_ later: Int, _ table: CatalogTable, _ catalog: Catalog) -> Int {
    let isEarlierPinned = catalog.isPinned(later - 1, catalog.lineFacts(later - 1), table)
    let isLaterPinned = catalog.isPinned(later, catalog.lineFacts(later), table)
    if isEarlierPinned != isLaterPinned { return isEarlierPinned ? later - 1 : later }
    let fixesEarlier = isInOrder(later - 2, later, table, catalog)
    let fixesLater = isInOrder(later - 1, later + 1, table, catalog)
    return fixesEarlier && !fixesLater ? later - 1 : later
  }

  private static func isInOrder(
    _ first: Int, _ second: Int, _ table: CatalogTable, _ catalog: Catalog
  ) -> Bool {
    let body = table.bodyLines
    guard body.contains(first), body.contains(second) else { return true }
    let (above, below) = (
      catalog.name(ofLine: first, in: table), catalog.name(ofLine: second, in: table)
    )
    return above.isEmpty || below.isEmpty || !NameOrder.precedes(below, above)
  }

  private static func describe(
    _ place: Int?, _ table: CatalogTable, _ catalog: Catalog
  ) -> String {
    guard let place else { return "" }
    if table.bodyLines.contains(place) {
      let next = quoted(catalog.name(ofLine: place, in: table))
      return "; it belongs before \(next) in line \(place + 1)"
    }
    return "; it belongs at the table's end"
  }

  /// Takes the row's line away and puts it in before another line.
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

  /// The last line without an ending takes that of the line above, which becomes the last.
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

extension LineText {
  /// The place behind the last byte.
  var lastPosition: TextPosition? {
    let line = lineCount - 1
    return TextPosition(line: line, byteColumn: withLine(line) { bytes, _ in bytes.count })
  }
}
