package import CatalogSchema

/// The terms of a cell in a vocabulary column.
package struct TermReading: Sendable {
  /// The terms that are meant, other labels and clear typos included, in order.
  package var terms: [TermID] = []
  /// The items that are no term, in bytes of the line.
  package var unknown: [Range<Int>] = []
}

extension PlannedColumn {
  /// Reads a value of this column; one without a vocabulary has no terms.
  ///
  /// - Complexity: O(value) for known terms, O(labels × value) for others
  package func reading(_ line: Span<UInt8>, _ value: Range<Int>) -> TermReading {
    var reading = TermReading()
    guard let vocabulary else { return reading }
    for item in items(line, value) where !item.range.isEmpty {
      let terms = item.terms(line, of: vocabulary)
      if !item.isAccepted { reading.unknown.append(item.range) }
      reading.terms += terms
    }
    return reading
  }
}
