import CatalogSchema

/// Which label of each term a column uses.
///
/// It is the most frequent one; on ties, and where a configuration defines the term, the preferred
/// one.
struct LabelsInUse: Sendable {
  /// How sure it is that another label is a mistake.
  enum Certainty: UInt64 {
    /// The label in use is not much more frequent.
    case low = 1
    /// The label in use is three times as frequent, or differs in case alone, or a tie decided.
    case high
    /// A configuration defines the term.
    case configured
  }

  /// The label in use of a term.
  private struct Standard {
    var text: [UInt8]
    var key: UInt64
    var count: Int
    /// Whether no label of the term is more frequent than all others.
    var isTie = false

    func certainty(_ label: LabelTally.Label) -> Certainty {
      let isClear =
        isTie || count >= LabelsInUse.frequencyRatio * label.count
        || text.hasSameLetters(as: label.text)
      return isClear ? .high : .low
    }
  }

  /// How often the label in use must occur for each use of another one.
  private static let frequencyRatio = 3

  /// Of the terms that are written in several ways, or otherwise than preferred.
  private var standards: [Int: Standard] = [:]
  private let tally: LabelTally
  private let vocabulary: Vocabulary
  /// Hash of the labels in use and of what is said of the others.
  private(set) var digest: UInt64 = 0
  /// Whether the preferred label of some term is not the one in use.
  private(set) var hasOther = false

  /// The labels that some cells use.
  ///
  /// - Complexity: O(labels used)
  init(_ tally: LabelTally, _ vocabulary: Vocabulary) {
    self.tally = tally
    self.vocabulary = vocabulary
    for (index, labels) in tally.terms {
      if labels.count == 1, labels.first?.value.isPreferred == true { continue }
      note(TermID(index: index), labels)
    }
  }

  private mutating func note(_ id: TermID, _ labels: [UInt64: LabelTally.Label]) {
    let countMax = labels.values.reduce(0) { max($0, $1.count) }
    let most = labels.filter { $0.value.count == countMax }
    let standard: Standard
    if most.count == 1, let (key, label) = most.first {
      standard = Standard(text: label.text, key: key, count: countMax)
      if !label.isPreferred { hasOther = true }
    } else {
      let text = Array(vocabulary[id].cellLabel.utf8)
      standard = Standard(text: text, key: Fingerprint.ofText(text), count: countMax, isTie: true)
    }
    standards[id.index] = standard
    var hash = standard.key &+ UInt64(truncatingIfNeeded: id.index)
    for (key, label) in labels where key != standard.key {
      hash ^= (key &+ standard.certainty(label).rawValue) &* 0xD6E8_FEB8_6659_FD93
    }
    digest ^= hash &* 0x9E37_79B9_7F4A_7C15
  }

  /// The label in use of a term as a cell has it.
  func label(of id: TermID) -> [UInt8] {
    standards[id.index]?.text ?? Array(vocabulary[id].cellLabel.utf8)
  }

  /// The label to write instead of a text that is a label of a term; nil where it is right.
  func standard(
    insteadOf text: [UInt8], for id: TermID
  ) -> (label: [UInt8], certainty: Certainty)? {
    guard let standard = standards[id.index] else {
      let term = vocabulary[id]
      let preferred = Array(term.cellLabel.utf8)
      return text == preferred ? nil : (preferred, term.isConfigured ? .configured : .high)
    }
    let key = Fingerprint.ofText(text)
    guard key != standard.key, let label = tally.terms[id.index]?[key] else { return nil }
    return (standard.text, standard.certainty(label))
  }
}

extension [UInt8] {
  /// Whether two texts differ in case alone.
  fileprivate func hasSameLetters(as other: [UInt8]) -> Bool {
    String(decoding: self, as: UTF8.self).lowercased()
      == String(decoding: other, as: UTF8.self).lowercased()
  }
}
