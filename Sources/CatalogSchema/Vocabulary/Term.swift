/// A concept of a vocabulary, with SKOS's labels.
public struct Term: Sendable, Equatable {
  /// The label to write, `skos:prefLabel`.
  public var prefLabel: String
  /// Other labels people use, `skos:altLabel`.
  public var altLabels: [String] = []
  /// Misspellings to recognise, `skos:hiddenLabel`.
  public var hiddenLabels: [String] = []
  /// What it is, in one sentence, `skos:definition`.
  public var definition: String?
  /// The preferred label of the broader term, `skos:broader`.
  public var broader: String?
  /// The DICOM modality code (PS3.3 C.7.3.1.1.1), `skos:notation`.
  public var notation: String?
  /// Whether a configuration defines the term: its preferred label is then the one to write.
  package var isConfigured = false

  /// The preferred label as a table cell has it.
  public var cellLabel: String { CellLabel.escaped(prefLabel) }

  /// The text of a code span, nil for other text.
  private static func codeText(_ label: String) -> String? {
    guard label.count > 2, label.first == "`", label.last == "`" else { return nil }
    return String(label.dropFirst().dropLast())
  }

  /// The same term; one that is a code span has its text as another label.
  var knownWithoutCode: Term {
    guard let text = Self.codeText(prefLabel), !altLabels.contains(text) else { return self }
    var term = self
    term.altLabels.append(text)
    return term
  }

  /// The term written as a code span, and so its broader term where that has one of the labels.
  func inCode(among labels: Set<String>) -> Term {
    var term = self
    term.prefLabel = Self.inCode(prefLabel)
    term.altLabels = altLabels.flatMap(Self.withAndWithoutCode)
    term.hiddenLabels = hiddenLabels.flatMap(Self.withAndWithoutCode)
    if let broader, labels.contains(broader) { term.broader = Self.inCode(broader) }
    return term.knownWithoutCode
  }

  private static func inCode(_ label: String) -> String {
    codeText(label) == nil ? "`\(label)`" : label
  }

  private static func withAndWithoutCode(_ label: String) -> [String] {
    [label, codeText(label) ?? inCode(label)]
  }

  /// The labels other than the preferred one, each once and as first given; a code span and its
  /// text are the same label.
  package var otherLabels: [String] {
    var known: Set = [Self.inCode(prefLabel)]
    return altLabels.filter { known.insert(Self.inCode($0)).inserted }
  }
}

extension Term {
  /// A term of a preferred label alone.
  public init(prefLabel: String) { self.init(prefLabel: prefLabel, altLabels: []) }
}
