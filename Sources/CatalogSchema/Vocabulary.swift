/// A list of terms with an index over their labels.
package struct Vocabulary: Sendable {
  /// The name that schemas refer to.
  package let name: String
  /// The terms, in the order given.
  package private(set) var terms: [Term] = []
  /// For each term its preferred label and its others, as typed text is looked up in them.
  package private(set) var searchLabels: [[SearchLabel]] = []
  /// The most separators of list items that any label holds.
  package private(set) var separatorCountMax = 0
  private var separatorCounts: [UInt8: Int] = [:]
  private var exact: [UInt64: TermID] = [:]
  private var folded: [[UInt8]: TermID] = [:]
  /// Folded labels that are no ASCII: strings are equal in whatever Unicode form they are written.
  private var canonical: [String: TermID] = [:]
  private var hidden: [[UInt8]: TermID] = [:]
  private var foldedLabelByteCountMax = 0
  private var labels: [Label] = []
  /// Characters of the longest label.
  private var labelLengthMax = 0

  /// A label in small letters, for comparison by distance.
  private struct Label: Sendable {
    var text: [Unicode.Scalar]
    var mask: UInt64
    var id: TermID

    init(_ label: String, _ id: TermID) {
      text = Letters.folded(label)
      mask = Letters.mask(text)
      self.id = id
    }
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

  /// The same terms written as code spans, each known without its backticks, too.
  package var inCode: Vocabulary { Vocabulary(name: name, terms: terms.map(\.inCode)) }

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
    let preferred = ContiguousArray(term.cellLabel.utf8)
    exact[Self.hash(preferred.span, 0..<preferred.count)] = id
    for label in [term.prefLabel] + term.altLabels { index(label, id) }
    for label in term.hiddenLabels {
      let key = FoldedText.ofValue(CellLabel.escaped(label))
      hidden[key] = id
      foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
    }
  }

  private mutating func index(_ label: String, _ id: TermID) {
    let label = CellLabel.escaped(label)
    let key = FoldedText.ofValue(label)
    if folded[key] == nil { folded[key] = id }
    foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
    if key.contains(where: { $0 >= 0x80 }) {
      let text = String(decoding: key, as: UTF8.self)
      if canonical[text] == nil { canonical[text] = id }
    }
    labels.append(Label(label, id))
    labelLengthMax = max(labelLengthMax, labels.last?.text.count ?? 0)
    countSeparators(label)
  }

  private mutating func countSeparators(_ label: String) {
    let bytes = ContiguousArray(label.utf8)
    let found = Separators.find(bytes.span, 0..<bytes.count, mayBeginWithAnd: false)
    separatorCountMax = max(separatorCountMax, found.count)
    var counts: [UInt8: Int] = [:]
    for byte in bytes where Self.maySeparate(byte) { counts[byte, default: 0] += 1 }
    separatorCounts.merge(counts, uniquingKeysWith: max)
  }

  /// Whether a byte is neither part of a word nor a blank.
  private static func maySeparate(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  /// How often a label holds a byte that is no letter, at most.
  func count(ofSeparator byte: UInt8) -> Int { separatorCounts[byte] ?? 0 }

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
    return near(line, range)
  }

  /// What a value is when slips of the keyboard are not forgiven.
  package func matchLabel(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    if let id = exact[Self.hash(line, range)], isPreferred(id, line, range) {
      return .preferred(id)
    }
    if range.isEmpty { return .unknown }
    guard
      let key = FoldedText.ofValue(line, range, labelByteCountMax: foldedLabelByteCountMax)
    else { return .unknown }
    if let id = folded[key] { return .alternative(id) }
    if let id = hidden[key] { return .near(id) }
    if canonical.isEmpty || !key.contains(where: { $0 >= 0x80 }) { return .unknown }
    return canonical[String(decoding: key, as: UTF8.self)].map { .alternative($0) } ?? .unknown
  }

  /// What a text that stands in no line is.
  package func match(_ text: String) -> TermMatch {
    let bytes = ContiguousArray(text.utf8)
    return match(bytes.span, 0..<bytes.count)
  }

  /// The term that a value which is no label may be a slip of the keyboard for.
  package func near(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    guard range.count <= (labelLengthMax + 1) * 4, let value = NearSpelling(line, range) else {
      return .unknown
    }
    var found: TermID?
    // One letter more or less changes one bit at most.
    for label in labels
    where (label.mask ^ value.mask).nonzeroBitCount <= 1 && value.isOneSlip(from: label.text) {
      if let found, found != label.id { return .unknown }
      found = label.id
    }
    return found.map { .near($0) } ?? .unknown
  }

  private func isPreferred(_ id: TermID, _ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let label = terms[id.index].cellLabel.utf8
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
  /// - Complexity: O(labels × value), for values of at most 64 letters
  package func suggestions(for value: String) -> [String] {
    let text = Letters.folded(value)
    guard text.count <= 64 else { return [] }
    let mask = Letters.mask(text)
    var best: [TermID: Closeness] = [:]
    for label in labels where (label.mask ^ mask).nonzeroBitCount <= 4 {
      // Two of three letters changed leave too little in common.
      guard let distance = EditDistance.upToTwo(text, label.text),
        distance * 2 <= max(text.count, label.text.count)
      else { continue }
      let own = Closeness(
        distance: distance, strangeLetterCount: (mask & ~label.mask).nonzeroBitCount,
        hasOtherStart: label.text.first != text.first, index: label.id.index)
      best[label.id] = min(best[label.id] ?? own, own)
    }
    return best.values.sorted().prefix(3).map { self[TermID(index: $0.index)].prefLabel }
  }

  /// How close a label is to a value, the closer the less.
  private struct Closeness: Comparable {
    var distance: Int
    /// Letters of the value that the label lacks.
    var strangeLetterCount: Int
    var hasOtherStart: Bool
    var index: Int

    static func < (left: Closeness, right: Closeness) -> Bool {
      (left.distance, left.strangeLetterCount, left.hasOtherStart ? 1 : 0, left.index)
        < (right.distance, right.strangeLetterCount, right.hasOtherStart ? 1 : 0, right.index)
    }
  }
}
