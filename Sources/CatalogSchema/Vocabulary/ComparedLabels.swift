/// The labels of a vocabulary for comparison by distance.
struct ComparedLabels: Sendable {
  /// A label in lower case.
  struct Label: Sendable {
    var text: [Unicode.Scalar]
    var mask: UInt64
    var id: TermID

    init(_ label: String, _ id: TermID) {
      text = Letters.folded(CellLabel.escaped(label))
      mask = Letters.mask(text)
      self.id = id
    }
  }

  /// Preferred and other labels, in the order of their terms.
  let labels: [Label]
  /// Scalars of the longest label.
  let lengthMax: Int

  init(_ terms: [Term]) {
    labels = terms.enumerated().flatMap { index, term in
      ([term.prefLabel] + term.altLabels).map { Label($0, TermID(index: index)) }
    }
    lengthMax = labels.reduce(0) { max($0, $1.text.count) }
  }
}
