import CatalogModel
package import CatalogSchema
import JSONText

/// The configuration that a list's own rows suggest, tried on these rows: what many of them
/// contradict is no demand, and what some of them contradict is a hint.
package struct ProposedConfiguration {
  /// Percentage of the rows that may have an error or a warning by the configuration.
  private static let loudShareMax = 1
  /// Percentage of the rows from which on they contradict a demand instead of breaking it.
  private static let contradictionShare = 5
  /// Each trial drops what the one before found.
  private static let trialCountMax = 4

  /// The inferred schemas.
  package private(set) var schemas: [InferredSchema]
  /// The rules that only give hints, since the list itself breaks them.
  package private(set) var hints: Set<RuleCode> = []
  /// What was dropped, and why.
  package private(set) var doubts: [String] = []

  /// Infers schemas from a list's text and tries them on it.
  ///
  /// - Complexity: O(bytes of the tables)
  package init(for bytes: ContiguousArray<UInt8>) {
    let catalog = Catalog(utf8: bytes, configuration: .standard)
    schemas = SchemaInference.schemas(of: catalog)
    let rowCount = catalog.tables.reduce(0) { $0 + $1.rowCount }
    for _ in 0..<Self.trialCountMax {
      guard let configuration = readable else { return }
      let trial = ProposalTrial(Catalog(utf8: bytes, configuration: configuration))
      if !relax(trial.groups, rowCount) { return }
    }
  }

  /// The text of the configuration file.
  package var text: String {
    SchemaText.configuration(of: schemas.filter { !$0.columns.isEmpty }, hints: hints).indentedText
  }

  private var readable: Configuration? {
    let text = text
    if text.utf8.count > SchemaLimits.byteCountMax { return nil }
    let read = Configuration.read(Array(text.utf8), as: .configuration)
    return read.problems.isEmpty ? read.configuration : nil
  }

  /// Relaxes what most rows break until few enough have problems; returns whether there was any.
  private mutating func relax(_ groups: [ProposalTrial.Group], _ rowCount: Int) -> Bool {
    var groups = groups.sorted { ($1.lines.count, $0) < ($0.lines.count, $1) }
    var isRelaxed = false
    while let group = groups.first {
      let loud = groups.reduce(into: Set<Int>()) { $0.formUnion($1.lines) }
      if loud.count * 100 <= rowCount * Self.loudShareMax { break }
      relax(group, rowCount)
      groups.removeFirst()
      isRelaxed = true
    }
    return isRelaxed
  }

  private mutating func relax(_ group: ProposalTrial.Group, _ rowCount: Int) {
    let rows = counted(group.lines.count, "row")
    let rule = group.rule.rawValue
    let isContradicted = group.lines.count * 100 > rowCount * Self.contradictionShare
    // A cell that is missing between others is an error by no demand.
    let isOfCells = group.rule == "missing-cell"
    if isContradicted, let title = drop(demandOf: group) {
      doubts.append("“\(title)”: \(rows) broke “\(rule)”: the demand was left out")
    } else if !isOfCells, hints.insert(group.rule).inserted {
      doubts.append(
        "\(rows) broke “\(rule)”: it is a hint in “rules” until they are repaired")
    }
  }

  /// Drops what a group's rule demands of its column; returns the column's title if it did.
  private mutating func drop(demandOf group: ProposalTrial.Group) -> String? {
    for schema in schemas.indices where schemas[schema].name == group.schema {
      for column in schemas[schema].columns.indices
      where schemas[schema].columns[column].name == group.column {
        let title = schemas[schema].columns[column].title
        return schemas[schema].columns[column].drop(demandOf: group.rule) ? title : nil
      }
    }
    return nil
  }
}

extension InferredColumn {
  /// Drops what a rule demands of the column; returns whether there was something to drop.
  fileprivate mutating func drop(demandOf rule: RuleCode) -> Bool {
    let before = self
    switch rule {
    case "empty-cell", "missing-cell": isRequired = false
    case "missing-link": isLinked = false
    case "duplicate-name": isUnique = false
    case "unknown-value": dropValues()
    case "nonstandard-value": dropSpellings()
    case "list-separator", "duplicate-value": isClosed = false
    default: break
    }
    return self != before
  }

  private mutating func dropValues() {
    if case .terms = kind { isClosed = false } else { kind = .text }
  }

  private mutating func dropSpellings() {
    startsWithCapital = false
    endsWithoutPunctuation = false
    guard case .terms(let terms, let delimiter) = kind else { return }
    kind = .terms(terms.flatMap(\.byLabel), delimiter: delimiter)
  }
}

extension InferredTerm {
  /// A term of its own for each spelling.
  fileprivate var byLabel: [InferredTerm] {
    [InferredTerm(label: label, otherLabels: [], count: count)]
      + otherLabels.map { InferredTerm(label: $0, otherLabels: [], count: 0) }
  }
}
