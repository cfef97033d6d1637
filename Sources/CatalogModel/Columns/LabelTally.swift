import CatalogSchema

/// A term in a cell, and how it is written there.
struct LabelUse: Sendable {
  let term: TermID
  /// The text without what nobody sees.
  let text: [UInt8]
  /// Its fingerprint.
  let key: UInt64
  let isPreferred: Bool

  init(_ match: TermMatch, of term: TermID, text: [UInt8]) {
    self.term = term
    self.text = text
    isPreferred = match == .preferred(term)
    key = Fingerprint.ofText(text)
  }
}

/// How often each term of a column is written in which way.
struct LabelTally: Sendable, Equatable {
  /// A label of a term.
  struct Label: Sendable, Equatable {
    var count: Int
    let text: [UInt8]
    let isPreferred: Bool
  }

  /// The labels of each term, by the term's index and the fingerprint of the label.
  private(set) var terms: [Int: [UInt64: Label]] = [:]

  /// Adds (`count` 1) or subtracts (-1) uses of a label.
  mutating func add(_ count: Int, _ use: LabelUse) {
    add(
      Label(count: count, text: use.text, isPreferred: use.isPreferred), use.key,
      ofTerm: use.term.index)
  }

  /// Adds or subtracts the uses of other cells.
  mutating func add(_ count: Int, _ other: LabelTally) {
    for (term, labels) in other.terms {
      for (key, label) in labels {
        var label = label
        label.count *= count
        add(label, key, ofTerm: term)
      }
    }
  }

  private mutating func add(_ label: Label, _ key: UInt64, ofTerm term: Int) {
    if terms[term]?[key] == nil {
      terms[term, default: [:]][key] = label
    } else {
      terms[term]?[key]?.count += label.count
    }
    if terms[term]?[key]?.count == 0 {
      terms[term]?[key] = nil
      if terms[term]?.isEmpty == true { terms[term] = nil }
    }
  }
}
