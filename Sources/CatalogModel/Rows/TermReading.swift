package import CatalogSchema

/// What a cell of a vocabulary column says.
package struct TermReading: Sendable {
  /// The terms that are meant, other labels and clear slips included, in order.
  package var terms: [TermID] = []
  /// The items that are no term, in bytes of the line.
  package var unknown: [Range<Int>] = []
}

extension TablePlan.PlannedColumn {
  /// Reads a value of this column; one without a vocabulary says nothing.
  ///
  /// - Complexity: O(value) for known terms, O(labels × value) for others
  package func reading(_ line: Span<UInt8>, _ value: Range<Int>) -> TermReading {
    var reading = TermReading()
    guard let vocabulary else { return reading }
    for item in CellReader.items(line, value, self) where !item.range.isEmpty {
      let pieces = item.pieces ?? []
      let terms =
        item.match.meant.map { [$0] }
        ?? pieces.compactMap { vocabulary.matchLabel(line, $0).known }
      if terms.isEmpty, item.pieces == nil { reading.unknown.append(item.range) }
      reading.terms += terms
    }
    return reading
  }
}
