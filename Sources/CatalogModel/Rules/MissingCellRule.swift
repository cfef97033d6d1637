import CatalogSchema
import TableSyntax

/// A row has fewer cells than its table has columns.
///
/// Renderers pad a short row at its end, so a cell that is missing in the middle puts every later
/// value under the wrong header: an error where the table's schema shows it, or what the other rows
/// have in the columns. If all values fit in one way only, the fix inserts the empty cells there. A
/// row that ends early lacks nothing but required values; it is a hint where nearly all other rows
/// fill the column. A row of one cell may be the title of a group.
///
/// Fix: safe, where a value comes to a column that knows it
/// Bad: `| [ACDC](https://acdc.org) | Hearts | MRI | 3D |`
/// Good: `| [ACDC](https://acdc.org) | Hearts | Segmentation | MRI | 3D |`
enum MissingCellRule {
  static let rule = Rule(
    "missing-cell", .error, .irregularRows(check), .line(textCheck), .guess(guess))

  @Sendable private static func check(
    _ view: RowView, _ line: Span<UInt8>, _ sink: inout ProblemSink
  ) {
    guard case .short(let way) = view.placement, view.plan.schema != nil else { return }
    switch way {
    case .clear(let missing):
      report(missing, view, line, isSafe: movesKnownValue(view, line), &sink)
    case .unclear(let possible):
      report(possible: possible, view, line, &sink)
    case .atStart:
      guard lacksRequiredCell(view) else { return }
      let missing = Array(view.row.cellCount..<view.plan.columns.count)
      let columns = view.plan.columns
      let isSafe =
        view.plan.schema?.isBuiltIn == false
        || missing.allSatisfy { columns[$0].requirements.isClosed }
      report(missing, view, line, isSafe: isSafe, &sink)
    }
  }

  /// Whether a row that ends early lacks a cell that a schema demands: one of the list's own, or a
  /// closed column.
  static func lacksRequiredCell(_ view: RowView) -> Bool {
    view.plan.columns[view.row.cellCount...].contains { column in
      column.requirements.isRequired
        && (view.plan.schema?.isBuiltIn == false
          || column.vocabulary != nil && column.requirements.isClosed)
    }
  }

  /// Whether an insertion moves a value into a column that knows it.
  private static func movesKnownValue(_ view: RowView, _ line: Span<UInt8>) -> Bool {
    view.cells.contains { cell in
      guard let column = cell.column, column != cell.index else { return false }
      return view.plan.columns[column].knows(line, cell.value)
        && !view.plan.columns[cell.index].knows(line, cell.value)
    }
  }

  // MARK: Reports

  /// Reports a row with the columns that it certainly lacks.
  static func report(
    _ missing: [Int], _ view: RowView, _ line: Span<UInt8>, isSafe: Bool,
    severity: Severity? = nil, _ sink: inout ProblemSink
  ) {
    let edits = insertions(missing, view.row, line)
    let start = edits.first?.range.lowerBound ?? rowEnd(view.row, line)
    sink.report(start..<start) {
      let title = missing.first.map { quoted(view.plan.title($0)) } ?? ""
      return Explanation(
        message: message(missing, view),
        fix: RowFix(
          title: missing.count == 1
            ? "Insert an empty cell for \(title)" : "Insert \(missing.count) empty cells",
          isSafe: isSafe, effect: .insertion, edits: edits),
        severity: severity)
    }
  }

  /// Reports a row with the columns that it may lack.
  static func report(
    possible: [Int], _ view: RowView, _ line: Span<UInt8>, severity: Severity? = nil,
    _ sink: inout ProblemSink
  ) {
    let end = rowEnd(view.row, line)
    sink.report(end..<end) {
      Explanation(message: message(possible: possible, view), severity: severity)
    }
  }

  /// Where the row ends, or what it lacks before its end.
  private static func message(_ missing: [Int], _ view: RowView) -> String {
    let names = listed(missing.map { quoted(view.plan.title($0)) }, by: "and")
    if missing.first == view.row.cellCount {
      return "\(ending(of: view)): "
        + (missing.count == 1 ? "\(names) is missing" : "\(missing.count) cells are missing")
    }
    return missing.count <= namedCountMax && missing.count * 2 < view.plan.columns.count
      ? "Missing cell: the row has no cell for \(names)"
      : "Missing cells: the row has \(view.row.cellCount) of \(view.plan.columns.count) cells"
  }

  /// Columns that a message names, at most.
  private static let namedCountMax = 3

  /// Which columns may be missing, if they are few, else where the row ends.
  private static func message(possible: [Int], _ view: RowView) -> String {
    let count = view.plan.columns.count
    let counts = "Missing cell: the row has \(view.row.cellCount) of \(count) cells"
    guard possible.count <= namedCountMax, possible.count < count else {
      return "\(counts) and ends after \(quoted(view.plan.title(view.row.cellCount - 1)))"
    }
    let names = possible.map { quoted(view.plan.title($0)) }
    return count == view.row.cellCount + 1
      ? "\(counts); \(listed(names, by: "or")) may be missing"
      : "\(counts); \(count - view.row.cellCount) of \(listed(names, by: "and")) may be missing"
  }

  /// Where the row ends.
  static func ending(of view: RowView) -> String {
    "The row ends after \(quoted(view.plan.title(view.row.cellCount - 1)))"
  }

  /// The byte after the row's last cell and pipe.
  static func rowEnd(_ row: Row, _ line: Span<UInt8>) -> Int {
    guard let last = row.cells.last?.range else { return line.count }
    return row.hasClosingPipe ? last.upperBound + 1 : line.withoutBlanks(last).upperBound
  }

  /// Empty cells for the missing columns, each after the cell before it.
  private static func insertions(
    _ missing: [Int], _ row: Row, _ line: Span<UInt8>
  ) -> [RowEdit] {
    var edits: [RowEdit] = []
    for (index, column) in missing.enumerated() {
      let edit = insertion(beforeCell: column - index, row, line)
      if let last = edits.last, last.range == edit.range {
        edits[edits.count - 1].replacement += Array("  |".utf8)
      } else {
        edits.append(edit)
      }
    }
    return edits
  }

  private static func insertion(
    beforeCell cell: Int, _ row: Row, _ line: Span<UInt8>
  ) -> RowEdit {
    if cell < row.cellCount {
      let start = row.cells[cell].range.lowerBound
      let hasPipe = start > 0 && start > row.contentOffset
      return RowEdit(range: start..<start, replacement: Array((hasPipe ? "  |" : "|  |").utf8))
    }
    let end = rowEnd(row, line)
    let pipe = row.hasClosingPipe ? "  |" : " |  |"
    return RowEdit(range: end..<end, replacement: Array(pipe.utf8))
  }
}
