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
      let read = read()
      if read.problem != nil { return }
      let trial = ProposalTrial(Catalog(utf8: bytes, configuration: read.configuration))
      if !relax(trial.broken, rowCount) { return }
    }
  }

  /// The text of the configuration file.
  package var text: String {
    SchemaText.configuration(of: schemas.filter { !$0.columns.isEmpty }, hints: hints).indentedText
  }

  /// Why a file with the text would be refused; nil if it would be read.
  package var problem: String? { read().problem }

  private func read() -> (configuration: Configuration, problem: String?) {
    let text = text
    if text.utf8.count > SchemaLimits.byteCountMax { return (.standard, "it would be too large") }
    let read = Configuration.read(Array(text.utf8), as: .configuration)
    return (read.configuration, read.problems.first?.message)
  }

  /// Relaxes what most rows break until few enough have problems; returns whether there was any.
  ///
  /// - Complexity: O(lines of all demands)
  private mutating func relax(
    _ broken: [ProposalTrial.Demand: Set<Int>], _ rowCount: Int
  ) -> Bool {
    var demandCounts: [Int: Int] = [:]
    for lines in broken.values { for line in lines { demandCounts[line, default: 0] += 1 } }
    var isRelaxed = false
    let sorted = broken.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    for (demand, lines) in sorted {
      if demandCounts.count * 100 <= rowCount * Self.loudShareMax { break }
      relax(demand, lines.count, rowCount)
      for line in lines {
        demandCounts[line, default: 0] -= 1
        if demandCounts[line] == 0 { demandCounts[line] = nil }
      }
      isRelaxed = true
    }
    return isRelaxed
  }

  private mutating func relax(_ demand: ProposalTrial.Demand, _ count: Int, _ rowCount: Int) {
    let rows = counted(count, "row")
    let rule = demand.rule.rawValue
    let isContradicted = count * 100 > rowCount * Self.contradictionShare
    // A cell that is missing between others is an error by no demand.
    let isOfCells = demand.rule == "missing-cell"
    if isContradicted, let title = drop(demand) {
      doubts.append("“\(title)”: \(rows) broke “\(rule)”: the demand was left out")
    } else if !isOfCells, hints.insert(demand.rule).inserted {
      doubts.append(
        "\(rows) broke “\(rule)”: it is a hint in “rules” until they are repaired")
    }
  }

  /// Drops a demand; returns the title of its column if there was something to drop.
  private mutating func drop(_ demand: ProposalTrial.Demand) -> String? {
    guard let schema = schemas.firstIndex(where: { $0.name == demand.schema }),
      let column = schemas[schema].columns.firstIndex(where: { $0.name == demand.column }),
      schemas[schema].columns[column].drop(demandOf: demand.rule)
    else { return nil }
    return schemas[schema].columns[column].title
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
