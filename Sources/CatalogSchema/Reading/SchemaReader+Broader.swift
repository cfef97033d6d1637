import JSONText

/// Cycles among the terms of vocabularies.
extension SchemaReader {
  /// Reports each cycle of broader terms once, at the first of its terms that is in a list.
  ///
  /// - Parameters:
  ///   - terms: the terms of the list
  ///   - known: the terms that they are added to
  /// - Complexity: O(terms)
  mutating func checkBroader(_ terms: [PlacedTerm], among known: [Term] = []) {
    if !terms.contains(where: { $0.term.broader != nil }) { return }
    var broader: [String: String] = [:]
    for term in known + terms.map(\.term) { broader[term.prefLabel] = term.broader }
    // The first term from which each was reached.
    var seen: [String: Int] = [:]
    for (index, item) in terms.enumerated() {
      var label = item.term.prefLabel
      while seen[label] == nil {
        seen[label] = index
        guard let next = broader[label] else { break }
        label = next
        guard seen[label] == index else { continue }
        report(
          "\"\(Quotation.of(label))\" is broader than itself: remove one \"broader\" of the cycle",
          at: item.value["broader"] ?? item.value)
        break
      }
    }
  }
}
