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
  /// The preferred label of the next wider term, `skos:broader`.
  public var broader: String?
  /// The DICOM modality code (PS3.3 C.7.3.1.1.1), `skos:notation`.
  public var notation: String?

  /// The preferred label as a table cell has it.
  public var cellLabel: String { CellLabel.escaped(prefLabel) }

  /// The text of a code span, nil of other text.
  private static func codeText(_ label: String) -> String? {
    guard label.count > 2, label.first == "`", label.last == "`" else { return nil }
    return String(label.dropFirst().dropLast())
  }

  /// A term that is a code span, known also by its text alone; others as they are.
  var knownWithoutCode: Term {
    guard let text = Self.codeText(prefLabel), !altLabels.contains(text) else { return self }
    var term = self
    term.altLabels.append(text)
    return term
  }

  /// The term written as a code span; so is the wider one where it is among terms of these labels.
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

  /// The labels beside the preferred one, each once and as it is given first: the text of a code
  /// span is none of its own.
  package var otherLabels: [String] {
    var known: Set = [Self.inCode(prefLabel)]
    return altLabels.filter { known.insert(Self.inCode($0)).inserted }
  }

  /// A term from its parts.
  public init(
    prefLabel: String, altLabels: [String] = [], hiddenLabels: [String] = [],
    definition: String? = nil, broader: String? = nil, notation: String? = nil
  ) {
    self.prefLabel = prefLabel
    self.altLabels = altLabels
    self.hiddenLabels = hiddenLabels
    self.definition = definition
    self.broader = broader
    self.notation = notation
  }
}

/// Labels as they stand in table cells, where a pipe is written `\|` (GFM 0.29 §4.10).
enum CellLabel {
  static func escaped(_ label: String) -> String {
    guard label.utf8.contains(UInt8(ascii: "|")) else { return label }
    var text = ""
    for scalar in label.unicodeScalars {
      if scalar == "|", text.unicodeScalars.last != "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}

/// A term's place in its vocabulary.
public struct TermID: Sendable, Hashable {
  /// Index into `Vocabulary.terms`.
  public var index: Int

  /// The term at an index.
  public init(index: Int) { self.index = index }
}

/// What a value is in a vocabulary.
public enum TermMatch: Sendable, Equatable {
  /// Written as preferred.
  case preferred(TermID)
  /// Another label, or other case, spacing or hyphens.
  case alternative(TermID)
  /// No label, but one slip of the keyboard away from exactly one term.
  case near(TermID)
  case unknown

  /// The term of a value that is known: a label of it, however it is written.
  public var known: TermID? {
    switch self {
    case .preferred(let id), .alternative(let id): id
    case .near, .unknown: nil
    }
  }

  /// The term meant, slips included.
  public var meant: TermID? { if case .near(let id) = self { id } else { known } }
}
