/// The labels of a vocabulary for comparison by distance.
struct ComparedLabels: Sendable {
  /// A label of a term.
  struct Label: Sendable {
    var spelling: NearSpelling
    var id: TermID

    init(_ label: String, _ id: TermID) {
      spelling = NearSpelling(Array(CellLabel.escaped(label).unicodeScalars))
      self.id = id
    }
  }

  /// Preferred and other labels, in the order of their terms.
  let labels: [Label]
  /// Their masks, which tell most labels that are not near without reading more of them.
  let masks: ContiguousArray<UInt64>
  /// Scalars of the longest label.
  let lengthMax: Int

  init(_ terms: [Term]) {
    labels = terms.enumerated().flatMap { index, term in
      ([term.prefLabel] + term.altLabels).map { Label($0, TermID(index: index)) }
    }
    masks = ContiguousArray(labels.map(\.spelling.mask))
    lengthMax = labels.reduce(0) { max($0, $1.spelling.text.count) }
  }
}
