import CatalogSchema

/// A cell with the column it belongs to and, in a vocabulary column, what its items are.
struct CellReading {
  /// Index of the cell in its row.
  var cell: Int
  /// Index of the column in its table.
  var column: Int
  /// The value, in bytes of the line.
  var value: Range<Int>
  /// The items of a vocabulary column's value; none where it is empty.
  var items: [CellItem] = []
  /// True where `misplaced-value` speaks of the whole cell, and no other rule may.
  var isTraded = false
}

/// An item of a list cell.
struct CellItem {
  var range: Range<Int>
  var match: TermMatch
  /// The known pieces of an item that is no term itself.
  var pieces: [Range<Int>]?
  /// True where `misplaced-value` speaks of it.
  var isMisplaced = false

  /// Whether the column takes the item: a term, another label, a near spelling or a list.
  var isAccepted: Bool { match != .unknown || pieces != nil }
}

/// Reads values against vocabularies.
enum CellReader {
  /// The items of a value.
  static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> [CellItem] {
    guard let vocabulary = planned.vocabulary, let column = planned.column, !value.isEmpty else {
      return []
    }
    return ListValue.items(line, value, delimiter: column.delimiterByte).map {
      item(line, $0, vocabulary)
    }
  }

  /// One item.
  static func item(
    _ line: Span<UInt8>, _ range: Range<Int>, _ vocabulary: Vocabulary
  ) -> CellItem {
    if range.isEmpty { return CellItem(range: range, match: .unknown) }
    let match = vocabulary.match(line, range)
    if match != .unknown { return CellItem(range: range, match: match) }
    if let clean = SuspiciousCharacters.cleaned(line, range) {
      let match = vocabulary.match(clean.span, 0..<clean.count)
      if match != .unknown { return CellItem(range: range, match: match) }
    }
    let pieces = ListValue.pieces(line, range, in: vocabulary)
    return CellItem(range: range, match: .unknown, pieces: pieces)
  }

  /// Whether a column takes a value (contract: `missing-cell`, "accepts").
  static func accepts(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> Bool {
    guard let column = planned.column else { return true }
    if column.isKey, column.isLinked {
      let name = RowName(line, value: value)
      return name.destination != nil || name.hasOtherLink
    }
    guard planned.vocabulary != nil, !value.isEmpty else { return true }
    return items(line, value, planned).allSatisfy { $0.isAccepted || $0.range.isEmpty }
  }
}
