/// A label of a term that belongs to another term already.
struct LabelCollision: Sendable, Equatable {
  /// The number of the term in the order given.
  let index: Int
  let label: String
  /// The preferred label of the other term.
  let owner: String
}

/// Defines terms in an index of labels, of terms that are known or new.
struct LabelDefinitions {
  private var index: LabelIndex
  /// The terms that were defined.
  private var defined: Set<TermID> = []
  /// New preferred labels by the earlier ones.
  private var renamed: [String: String] = [:]
  private(set) var collisions: [LabelCollision] = []

  init(of index: LabelIndex) { self.index = index }

  /// The index with the terms.
  ///
  /// - Complexity: O(terms)
  var finished: LabelIndex {
    var index = index
    if !renamed.isEmpty { index.renameBroaderTerms(renamed) }
    return index
  }

  /// Defines a term, or notes the label that prevents it.
  mutating func define(_ term: Term, number: Int) {
    var known: (id: TermID, label: String)?
    for label in [term.prefLabel] + term.altLabels {
      guard let id = index.term(of: label) else { continue }
      if let known, known.id != id { return collide(label, id, number) }
      known = known ?? (id, label)
    }
    if let known {
      let label = index.terms[known.id.index].prefLabel
      if label != term.prefLabel {
        if defined.contains(known.id) { return collide(known.label, known.id, number) }
        index.relabel(known.id, to: term.prefLabel)
        renamed[label] = term.prefLabel
      }
    }
    defined.insert(index.add(term))
  }

  private mutating func collide(_ label: String, _ id: TermID, _ number: Int) {
    let owner = index.terms[id.index].prefLabel
    collisions.append(LabelCollision(index: number, label: label, owner: owner))
  }
}
