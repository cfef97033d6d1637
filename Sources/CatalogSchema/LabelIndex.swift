/// The terms of a vocabulary and where to find each by its labels.
struct LabelIndex: Sendable {
  /// The terms, in the order given.
  private(set) var terms: [Term] = []
  /// For each term its preferred label and its others, as typed text is looked up in them.
  private(set) var searchLabels: [[SearchLabel]] = []
  /// The most separators of list items that any label holds.
  private(set) var separatorCountMax = 0
  /// For each byte how often a label holds it, at most.
  private(set) var byteCounts = ContiguousArray(repeating: 0, count: 256)
  /// Terms by the hash of their preferred label as a cell has it.
  private(set) var exact: [UInt64: TermID] = [:]
  /// For each term its preferred label as a cell has it.
  private var cellLabels: [ContiguousArray<UInt8>] = []
  private(set) var folded: [[UInt8]: TermID] = [:]
  /// Folded labels that are no ASCII: strings are equal in whatever Unicode form they are written.
  private(set) var canonical: [String: TermID] = [:]
  private(set) var hidden: [[UInt8]: TermID] = [:]
  private(set) var foldedLabelByteCountMax = 0
  private(set) var labels: [Label] = []
  /// Characters of the longest label.
  private(set) var labelLengthMax = 0

  /// A label in small letters, for comparison by distance.
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
  mutating func add(_ term: Term) {
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
      cellLabels.append([])
    }
    searchLabels[id.index] =
      ([terms[id.index].prefLabel] + terms[id.index].altLabels).map(SearchLabel.init)
    let preferred = ContiguousArray(term.cellLabel.utf8)
    cellLabels[id.index] = ContiguousArray(terms[id.index].cellLabel.utf8)
    exact[Self.hash(preferred.span, 0..<preferred.count)] = id
    for label in [term.prefLabel] + term.altLabels { index(label, id) }
    for label in term.hiddenLabels {
      let label = CellLabel.escaped(label)
      let key = FoldedText.ofValue(label)
      hidden[key] = id
      foldedLabelByteCountMax = max(foldedLabelByteCountMax, key.count)
      countBytes(label)
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
    let bytes = ContiguousArray(label.utf8)
    let separators = Separators.find(bytes.span, 0..<bytes.count, mayBeginWithAnd: false)
    separatorCountMax = max(separatorCountMax, separators.count)
    countBytes(label)
  }

  private mutating func countBytes(_ label: String) {
    var counts = ContiguousArray(repeating: 0, count: 256)
    for byte in label.utf8 { counts[Int(byte)] += 1 }
    for byte in label.utf8 {
      byteCounts[Int(byte)] = max(byteCounts[Int(byte)], counts[Int(byte)])
    }
  }

  /// Whether a range is a term's preferred label as a cell has it.
  func isPreferred(_ id: TermID, _ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard cellLabels[id.index].count == range.count else { return false }
    for (index, byte) in zip(range, cellLabels[id.index]) where line[index] != byte {
      return false
    }
    return true
  }

  /// The hash of a label in a line.
  static func hash(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { state = (state ^ UInt64(line[index])) &* 0x0000_0100_0000_01B3 }
    return state
  }
}
