package import CatalogSchema
import TableSyntax

/// What a cell of a vocabulary column says.
package struct TermReading: Sendable {
  /// The terms that are meant, other labels and clear slips included, in order.
  package var terms: [TermID] = []
  /// The items that are no term, in bytes of the line.
  package var unknown: [Range<Int>] = []
}

extension TablePlan.PlannedColumn {
  /// What the terms of a value stand in: the value; of one that is a link as a whole, where names
  /// or links are terms, its text.
  package func content(_ line: Span<UInt8>, _ value: Range<Int>) -> Range<Int> {
    guard vocabulary != nil, demands.isKey || demands.isLinked else { return value }
    let text = RowName(line, value: value).text
    if text.isEmpty || text.lowerBound != value.lowerBound + 1 { return value }
    let isWhole =
      RowName.simpleLink(line, value) != nil
      || InlineLinks(in: line, value).links.first?.range == value
      || isReference(line, value, text)
    return isWhole ? text : value
  }

  /// `[text][label]` or `[label]`, and nothing else.
  private func isReference(
    _ line: Span<UInt8>, _ value: Range<Int>, _ text: Range<Int>
  ) -> Bool {
    guard case .reference(let label) = RowName(line, value: value).link else { return false }
    return max(label.upperBound, text.upperBound) + 1 == value.upperBound
  }

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
