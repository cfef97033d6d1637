/// A list of terms with an index over their labels.
package struct Vocabulary: Sendable {
  /// The name that schemas refer to.
  package let name: String
  /// The terms, in the order given.
  package private(set) var terms: [Term] = []
  /// For each term its preferred label and its others, as typed text is looked up in them.
  package private(set) var searchLabels: [[SearchLabel]] = []
  private var exact: [UInt64: TermID] = [:]
  private var folded: [[UInt8]: TermID] = [:]
  private var hidden: [[UInt8]: TermID] = [:]
  private var labels: [Label] = []

  /// A label in small letters, for comparison by distance.
  private struct Label: Sendable {
    var text: [UInt8]
    var id: TermID
  }

  /// A vocabulary of terms; where two share a label, the first keeps it.
  package init(name: String, terms: [Term]) {
    self.name = name
    for term in terms { add(term) }
  }

  /// The term of an id.
  package subscript(id: TermID) -> Term {
    terms.indices.contains(id.index) ? terms[id.index] : Term(prefLabel: "")
  }

  /// Adds a term, or labels to the term that has its preferred label already.
  package mutating func add(_ term: Term) {
    let id: TermID
    if let known = terms.firstIndex(where: { $0.prefLabel == term.prefLabel }) {
      id = TermID(index: known)
      terms[known].altLabels += term.altLabels.filter { !terms[known].altLabels.contains($0) }
      terms[known].hiddenLabels += term.hiddenLabels
      terms[known].definition = term.definition ?? terms[known].definition
      terms[known].broader = term.broader ?? terms[known].broader
      terms[known].notation = term.notation ?? terms[known].notation
    } else {
      id = TermID(index: terms.count)
      terms.append(term)
      searchLabels.append([])
    }
    searchLabels[id.index] =
      ([terms[id.index].prefLabel] + terms[id.index].altLabels).map(SearchLabel.init)
    let preferred = ContiguousArray(term.prefLabel.utf8)
    exact[Self.hash(preferred.span, 0..<preferred.count)] = id
    for label in [term.prefLabel] + term.altLabels { index(label, id) }
    for label in term.hiddenLabels { hidden[FoldedText.ofValue(label)] = id }
  }

  private mutating func index(_ label: String, _ id: TermID) {
    let key = FoldedText.ofValue(label)
    if folded[key] == nil { folded[key] = id }
    labels.append(Label(text: Array(label.lowercased().utf8), id: id))
  }

  /// The terms one step narrower than one.
  package func narrower(than id: TermID) -> [TermID] {
    let label = self[id].prefLabel
    return terms.indices.filter { terms[$0].broader == label }.map { TermID(index: $0) }
  }

  // MARK: Matching

  /// What a value is; the empty value is unknown.
  ///
  /// - Complexity: O(value) for a known value, O(labels × value) for another
  package func match(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    let known = matchLabel(line, range)
    if known != .unknown || range.isEmpty { return known }
    return NearSpelling(line, range).flatMap(near) ?? .unknown
  }

  /// What a value is when slips of the keyboard are not forgiven.
  package func matchLabel(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    if let id = exact[Self.hash(line, range)], isPreferred(id, line, range) {
      return .preferred(id)
    }
    if range.isEmpty { return .unknown }
    let key = FoldedText.ofValue(line, range)
    if let id = folded[key] { return .alternative(id) }
    return hidden[key].map { .near($0) } ?? .unknown
  }

  /// What a text that stands in no line is.
  package func match(_ text: String) -> TermMatch {
    let bytes = ContiguousArray(text.utf8)
    return match(bytes.span, 0..<bytes.count)
  }

  private func near(_ value: NearSpelling) -> TermMatch? {
    var found: TermID?
    for label in labels where value.isOneSlip(from: label.text) {
      if let found, found != label.id { return nil }
      found = label.id
    }
    return found.map { .near($0) }
  }

  private func isPreferred(_ id: TermID, _ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let label = terms[id.index].prefLabel.utf8
    guard label.count == range.count else { return false }
    var index = range.lowerBound
    for byte in label {
      if line[index] != byte { return false }
      index += 1
    }
    return true
  }

  private static func hash(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { state = (state ^ UInt64(line[index])) &* 0x0000_0100_0000_01B3 }
    return state
  }

  // MARK: Suggestions

  /// The preferred labels within edit distance 2 of a value, best first, at most three.
  ///
  /// - Complexity: O(labels × value²), for values of at most 64 bytes
  package func suggestions(for value: String) -> [String] {
    let text = Array(value.lowercased().utf8)
    guard text.count <= 64 else { return [] }
    var best: [TermID: Int] = [:]
    for label in labels {
      let distance = EditDistance.between(text, label.text, atMost: 2)
      guard let distance, distance * 3 <= max(text.count, label.text.count) else { continue }
      best[label.id] = min(best[label.id] ?? distance, distance)
    }
    let order = best.sorted { ($0.value, $0.key.index) < ($1.value, $1.key.index) }
    return order.prefix(3).map { self[$0.key].prefLabel }
  }
}
