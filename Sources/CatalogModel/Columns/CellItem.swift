import CatalogSchema

/// An item of a list in a vocabulary column.
struct CellItem: Sendable {
  /// Items of a cell, at most, that are compared with near spellings and with other columns.
  static let comparedCountMax = 1_000

  /// The item, in bytes of the line.
  var range: Range<Int>
  /// The term that it is, or may be.
  var match: TermMatch
  /// Whether it is a placeholder for a value.
  var isPlaceholder = false
  /// The terms that an unseparated item such as `CT/MRI` consists of; nil where it has none.
  var pieces: [Range<Int>]?
  /// The earlier item of the cell that is the same term, nil for a first occurrence.
  var earlier: Range<Int>?

  /// Whether the column takes the item: a term, another label, a near spelling or several terms; or
  /// a placeholder.
  var isAccepted: Bool { match != .unknown || pieces != nil || isPlaceholder }
  /// Whether the item is a value, and holds more than separators.
  var isCounted: Bool { !range.isEmpty && pieces?.isEmpty != true && !isPlaceholder }
  /// Whether the item is a term, or consists of terms, without a guess.
  var isKnown: Bool { match.known != nil || pieces?.isEmpty == false }

  /// The same item of a value that begins at another byte of its line.
  func moved(by offset: Int) -> CellItem {
    var item = self
    item.range = range.moved(by: offset)
    item.pieces = pieces?.map { $0.moved(by: offset) }
    item.earlier = earlier?.moved(by: offset)
    return item
  }
}

extension [CellItem] {
  /// Notes for each item the earlier one that is the same term. Near spellings do not count: they
  /// are fixed first.
  mutating func findRepetitions() {
    if count < 2 { return }
    var seen: [TermID: Range<Int>] = [:]
    for index in indices {
      guard let term = self[index].match.known else { continue }
      self[index].earlier = seen[term]
      if seen[term] == nil { seen[term] = self[index].range }
    }
  }
}

extension Range<Int> {
  fileprivate func moved(by offset: Int) -> Range<Int> { lowerBound + offset..<upperBound + offset }
}
