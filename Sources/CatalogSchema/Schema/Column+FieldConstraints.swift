import JSONText

extension Column {
  /// The constraints on a single value that Table Schema has words for.
  package var fieldConstraints: [FieldConstraint] {
    let published = constraints?.published ?? []
    guard case .values(let vocabulary) = kind, isClosed else { return published }
    let labels = vocabulary.terms.map(\.cellLabel)
    let known = Set(labels)
    let values = JSONValue.array(labels.map { .string($0) })
    return published + [FieldConstraint("enum", values) { known.contains($0) }]
  }
}
