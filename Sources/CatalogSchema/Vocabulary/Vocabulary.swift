/// A list of terms with an index over their labels.
///
/// A class, since it is passed along for each cell.
package final class Vocabulary: Sendable {
  /// The name that schemas refer to.
  package let name: String
  let index: LabelIndex
  /// Whether a configuration defines all terms.
  package let isConfigured: Bool
  private let derivedSearchLabels = Derived<[[SearchLabel]]>()
  private let derivedSearchNotations = Derived<[SearchLabel?]>()
  private let derivedComparedLabels = Derived<ComparedLabels>()
  private let derivedInCode = Derived<Vocabulary>()

  /// A vocabulary of terms; where two share a label, the first keeps it.
  package convenience init(name: String, terms: [Term]) {
    self.init(name: name, LabelIndex(terms))
  }

  private init(name: String, _ index: LabelIndex) {
    self.name = name
    self.index = index
    isConfigured = index.terms.allSatisfy(\.isConfigured)
  }

  /// The same vocabulary with the terms that a configuration defines.
  ///
  /// A term with a label of a known term gives that term its preferred label and its other labels.
  /// One with labels of several terms, or of one that an earlier term of the configuration defines
  /// otherwise, is left out.
  ///
  /// - Complexity: O(labels)
  func defining(_ terms: [Term]) -> (vocabulary: Vocabulary, collisions: [LabelCollision]) {
    var labels = LabelDefinitions(of: index)
    for (number, term) in terms.enumerated() { labels.define(term, number: number) }
    return (Vocabulary(name: name, labels.finished), labels.collisions)
  }

  /// The terms, in the order given.
  package var terms: [Term] { index.terms }
  /// For each term its preferred label and its others, for lookup by typed text.
  package var searchLabels: [[SearchLabel]] {
    derivedSearchLabels.get {
      terms.map { term in ([term.prefLabel] + term.altLabels).map(SearchLabel.init) }
    }
  }
  /// For each term its notation for lookup by typed text; nil where its broader term has the same.
  package var searchNotations: [SearchLabel?] {
    derivedSearchNotations.get {
      let notations = Dictionary(
        terms.map { ($0.prefLabel, $0.notation) }, uniquingKeysWith: { first, _ in first })
      return terms.map { term in
        let inherited = term.broader.flatMap { notations[$0] ?? nil }
        return term.notation == inherited ? nil : term.notation.map(SearchLabel.init)
      }
    }
  }
  /// The labels for comparison by distance.
  var comparedLabels: ComparedLabels {
    derivedComparedLabels.get { ComparedLabels(terms) }
  }
  /// The most separators of list items that any label holds.
  package var separatorCountMax: Int { index.separatorCountMax }

  /// The term of an id.
  package subscript(id: TermID) -> Term {
    terms.indices.contains(id.index) ? terms[id.index] : Term(prefLabel: "")
  }

  /// The same terms written as code spans, each known without its backticks, too.
  package var inCode: Vocabulary {
    derivedInCode.get {
      let labels = Set(terms.map(\.prefLabel))
      return Vocabulary(name: name, terms: terms.map { $0.inCode(among: labels) })
    }
  }

  /// How often a label holds a separator, at most.
  func countMax(ofSeparator separator: [UInt8]) -> Int {
    separator.reduce(.max) { min($0, index.byteCounts[Int($1)]) }
  }

  /// The terms that have a term as their broader one.
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

  /// What a value is by its labels alone, without typos.
  package func matchLabel(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    if let id = index.exact[LabelIndex.hash(line, range)], index.isPreferred(id, line, range) {
      return .preferred(id)
    }
    if range.isEmpty { return .unknown }
    guard
      let key = FoldedText.ofValue(line, range, labelByteCountMax: index.foldedLabelByteCountMax)
    else { return .unknown }
    if let id = index.folded[key] { return .alternative(id) }
    if let id = index.hidden[key] { return .near(id) }
    if index.canonical.isEmpty || !key.contains(where: { $0 >= 0x80 }) { return .unknown }
    return index.canonical[String(decoding: key, as: UTF8.self)].map { .alternative($0) }
      ?? .unknown
  }

  /// What a text outside any line is.
  package func match(_ text: String) -> TermMatch {
    let bytes = ContiguousArray(text.utf8)
    return match(bytes.span, 0..<bytes.count)
  }

  /// The one term that a value, which is no label, may be a typo of.
  ///
  /// - Complexity: O(labels)
  package func near(_ line: Span<UInt8>, _ range: Range<Int>) -> TermMatch {
    // One letter more or less changes one bit.
    near(line, range, bitCountMax: 1) { _ in false }
  }

  /// The same, where one small letter of some terms' labels may be another one.
  package func near(
    _ line: Span<UInt8>, _ range: Range<Int>, allowsSubstitution: (TermID) -> Bool
  ) -> TermMatch {
    near(line, range, bitCountMax: 2, allowsSubstitution)
  }

  private func near(
    _ line: Span<UInt8>, _ range: Range<Int>, bitCountMax: Int,
    _ allowsSubstitution: (TermID) -> Bool
  ) -> TermMatch {
    let compared = comparedLabels
    guard let value = NearSpelling(line, range, lengthMax: compared.lengthMax) else {
      return .unknown
    }
    var found: TermID?
    for index in compared.masks.indices
    where (compared.masks[index] ^ value.mask).nonzeroBitCount <= bitCountMax {
      let label = compared.labels[index]
      guard value.isNear(label.spelling, allowsSubstitution: allowsSubstitution(label.id)) else {
        continue
      }
      if let found, found != label.id { return .unknown }
      found = label.id
    }
    return found.map { .near($0) } ?? .unknown
  }
}
