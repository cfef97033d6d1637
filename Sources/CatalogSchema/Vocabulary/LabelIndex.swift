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
  /// The labels for comparison by distance.
  private(set) var labels: [Label] = []
  /// Scalars of the longest label.
  private(set) var labelLengthMax = 0

  /// For each term its preferred label in a cell.
  private var cellLabels: [ContiguousArray<UInt8>] = []
  private var ids: [String: TermID] = [:]
  /// The other labels of terms that were given more than once.
  private var mergedLabels: [TermID: Set<String>] = [:]
  /// Scratch of `countBytes`, all zero between calls.
  private var counts = ContiguousArray(repeating: 0, count: 256)

  /// A label in lower case, for comparison by distance.
  struct Label: Sendable {
    var text: [Unicode.Scalar]
    var mask: UInt64
    var id: TermID

    init(_ label: String, _ id: TermID) {
      text = Letters.folded(label)
      mask = Letters.mask(text)
      self.id = id
    }
  }

  /// Adds a term, or labels to the term that has its preferred label already.
  ///
  /// - Complexity: O(bytes of the term's labels)
  mutating func add(_ term: Term) {
    let id = ids[term.prefLabel] ?? TermID(index: terms.count)
    let preferred = ContiguousArray(term.cellLabel.utf8)
    if id.index == terms.count {
      ids[term.prefLabel] = id
      terms.append(term)
      cellLabels.append(preferred)
    } else {
      merge(term, into: id)
      cellLabels[id.index] = ContiguousArray(terms[id.index].cellLabel.utf8)
    }
    exact[Self.hash(preferred.span, 0..<preferred.count)] = id
    index(term.prefLabel, id)
    for label in term.altLabels { index(label, id) }
    for label in term.hiddenLabels {
      let label = CellLabel.escaped(label)
      let key = FoldedText.ofValue(label)
      hidden[key] = id
      foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
      countBytes(label)
    }
  }

  private mutating func merge(_ term: Term, into id: TermID) {
    var known = mergedLabels.removeValue(forKey: id) ?? Set(terms[id.index].altLabels)
    for label in term.altLabels where known.insert(label).inserted {
      terms[id.index].altLabels.append(label)
    }
    mergedLabels[id] = known
    terms[id.index].hiddenLabels += term.hiddenLabels
    if let definition = term.definition { terms[id.index].definition = definition }
    if let broader = term.broader { terms[id.index].broader = broader }
    if let notation = term.notation { terms[id.index].notation = notation }
  }

  private mutating func index(_ label: String, _ id: TermID) {
    let label = CellLabel.escaped(label)
    let bytes = ContiguousArray(label.utf8)
    let key = FoldedText.ofValue(bytes.span, 0..<bytes.count)
    if folded[key] == nil { folded[key] = id }
    foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
    if key.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: key, as: UTF8.self)
      if canonical[text] == nil { canonical[text] = id }
    }
    labels.append(Label(label, id))
    labelLengthMax = max(labelLengthMax, labels.last?.text.count ?? 0)
    let separators = Separators.find(bytes.span, 0..<bytes.count, mayBeginWithAnd: false)
    separatorCountMax = max(separatorCountMax, separators.count)
    countBytes(label)
  }

  private mutating func countBytes(_ label: String) {
    for byte in label.utf8 {
      counts[Int(byte)] += 1
      byteCounts[Int(byte)] = max(byteCounts[Int(byte)], counts[Int(byte)])
    }
    for byte in label.utf8 { counts[Int(byte)] = 0 }
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
