/// The terms of a vocabulary and where to find each by its labels.
struct LabelIndex: Sendable {
  /// The terms, in the order given.
  private(set) var terms: [Term] = []
  /// The most separators of list items that any label holds.
  private(set) var separatorCountMax = 0
  /// For each byte how often a label holds it, at most.
  private(set) var byteCounts = ContiguousArray(repeating: 0, count: 256)
  /// Terms by the hash of their preferred label in a cell.
  private(set) var exact: [UInt64: TermID] = [:]
  /// Terms by folded label.
  private(set) var folded: [[UInt8]: TermID] = [:]
  /// Folded labels outside ASCII: strings are equal in whatever Unicode form they are written.
  private(set) var canonical: [String: TermID] = [:]
  /// Terms by folded hidden label.
  private(set) var hidden: [[UInt8]: TermID] = [:]
  private(set) var foldedLabelByteCountMax = 0

  /// For each term its preferred label in a cell.
  private var cellLabels: [ContiguousArray<UInt8>] = []
  private var ids: [String: TermID] = [:]
  /// The other labels of terms that were given more than once.
  private var mergedLabels: [TermID: Set<String>] = [:]
  /// Scratch of `countBytes`, all zero between calls.
  private var counts = ContiguousArray(repeating: 0, count: 256)

  /// The terms; where two share a label, the first keeps it.
  init(_ terms: [Term]) {
    let labelCount = terms.reduce(0) { $0 + 1 + $1.altLabels.count }
    folded.reserveCapacity(labelCount)
    exact.reserveCapacity(terms.count)
    ids.reserveCapacity(terms.count)
    for term in terms { add(term) }
  }

  /// Adds a term, or labels to the term that has its preferred label already.
  ///
  /// - Complexity: O(bytes of the term's labels)
  @discardableResult
  mutating func add(_ term: Term) -> TermID {
    let id = ids[term.prefLabel] ?? TermID(index: terms.count)
    let preferred = CellLabel.bytes(term.prefLabel)
    if id.index == terms.count {
      ids[term.prefLabel] = id
      terms.append(term)
      cellLabels.append(preferred)
    } else {
      merge(term, into: id)
      cellLabels[id.index] = CellLabel.bytes(terms[id.index].prefLabel)
    }
    exact[Self.hash(preferred.span, 0..<preferred.count)] = id
    index(preferred, id)
    for label in term.altLabels { index(CellLabel.bytes(label), id) }
    for label in term.hiddenLabels.map(CellLabel.bytes) {
      let key = FoldedText.ofValue(label.span, 0..<label.count)
      hidden[key] = id
      foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
      countBytes(label.span)
    }
    return id
  }

  /// The term that has a label, perhaps in other case, spacing or hyphens.
  func term(of label: String) -> TermID? {
    let key = FoldedText.ofValue(CellLabel.escaped(label))
    if key.isEmpty { return nil }
    return folded[key] ?? canonical[String(decoding: key, as: UTF8.self)]
  }

  /// Gives a term another preferred label; the earlier one is one of its others.
  mutating func relabel(_ id: TermID, to label: String) {
    let earlier = terms[id.index].prefLabel
    terms[id.index].prefLabel = label
    terms[id.index].altLabels.removeAll { $0 == label }
    terms[id.index].altLabels.append(earlier)
    mergedLabels[id]?.insert(earlier)
    ids[earlier] = nil
    ids[label] = id
  }

  /// Names broader terms by their new preferred labels.
  mutating func renameBroaderTerms(_ labels: [String: String]) {
    for index in terms.indices {
      if let label = terms[index].broader.flatMap({ labels[$0] }) { terms[index].broader = label }
    }
  }

  private mutating func merge(_ term: Term, into id: TermID) {
    var known = mergedLabels.removeValue(forKey: id) ?? Set(terms[id.index].altLabels)
    for label in term.altLabels where known.insert(label).inserted {
      terms[id.index].altLabels.append(label)
    }
    mergedLabels[id] = known
    terms[id.index].hiddenLabels += term.hiddenLabels
    if term.isConfigured { terms[id.index].isConfigured = true }
    if let definition = term.definition { terms[id.index].definition = definition }
    if let broader = term.broader { terms[id.index].broader = broader }
    if let notation = term.notation { terms[id.index].notation = notation }
  }

  private mutating func index(_ label: ContiguousArray<UInt8>, _ id: TermID) {
    let key = FoldedText.ofValue(label.span, 0..<label.count)
    // One lookup, where a test and an insertion would be two.
    folded.merge(CollectionOfOne((key, id))) { first, _ in first }
    foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
    if key.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: key, as: UTF8.self)
      if canonical[text] == nil { canonical[text] = id }
    }
    let separators = Separators.find(label.span, 0..<label.count, mayBeginWithAnd: false)
    separatorCountMax = max(separatorCountMax, separators.count)
    countBytes(label.span)
  }

  private mutating func countBytes(_ label: Span<UInt8>) {
    for index in label.indices {
      let byte = Int(label[index])
      counts[byte] += 1
      byteCounts[byte] = max(byteCounts[byte], counts[byte])
    }
    for index in label.indices { counts[Int(label[index])] = 0 }
  }

  /// Whether a range is a term's preferred label in a cell.
  func isPreferred(_ id: TermID, _ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard cellLabels[id.index].count == range.count else { return false }
    for (index, byte) in zip(range, cellLabels[id.index]) where line[index] != byte {
      return false
    }
    return true
  }

  /// FNV-1a of a label in a line.
  static func hash(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { state = (state ^ UInt64(line[index])) &* 0x0000_0100_0000_01B3 }
    return state
  }
}
