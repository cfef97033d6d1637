import CatalogSchema
import TableSyntax

/// What the columns of a pool seem to hold that have no schema or values of the list's own, as far
/// as their rows repeat it.
package final class LearnedPlan: Sendable {
  /// The tables' columns, those that repeat a few values with a vocabulary of these; the terms of
  /// their schema follow.
  package let plan: TablePlan
  /// What each column seems to hold.
  let kinds: [Kind]
  /// The repeated values of each column, by their fingerprints.
  private let frequent: [FingerprintMap<Bool>]

  /// The repeated values of each column alone.
  private let vocabularies: [Vocabulary]
  /// For each column, which of them occur often enough for substituted letters.
  private let isOften: [[Bool]]

  /// What a column seems to hold; `given` is what its schema says.
  enum Kind: Sendable { case terms, link, text, given }

  init(
    _ given: TablePlan, kinds: [Kind], values: [[LearnedValue]], delimiters: [String]
  ) {
    self.kinds = kinds
    frequent = values.map { values in
      values.reduce(into: FingerprintMap(placeholder: false)) { $0[$1.fingerprint] = true }
    }
    // Which column is the key of a table without a schema differs from table to table.
    let columns =
      given.schema != nil
      ? given.columns
      : given.columns.map {
        PlannedColumn(
          header: $0.header, column: nil, vocabulary: nil, missingValues: $0.missingValues)
      }
    plan = given.learning(
      columns.indices.map { column in
        LearnedPlan.column(
          columns[column], kinds[column], values[column], delimiter: delimiters[column])
      })
    vocabularies = values.map { values in
      Vocabulary(name: "", terms: values.map { Term(prefLabel: $0.text) })
    }
    isOften = values.map { $0.map { $0.rowCount >= LearnedPlan.substitutedCountMin } }
  }

  private static func column(
    _ given: PlannedColumn, _ kind: Kind, _ values: [LearnedValue], delimiter: String
  ) -> PlannedColumn {
    let header = given.header
    var column = given.column ?? Column(name: header, title: header)
    column.isClosed = false
    column.delimiter = delimiter
    column.missingValues = given.missingValues
    switch kind {
    case .given, .text: return given
    case .link:
      column.isLinked = true
      column.isKey = true
      return PlannedColumn(header: header, column: column, vocabulary: nil)
    case .terms:
      column.kind = .terms(vocabulary: header)
      let vocabulary = Vocabulary(
        name: given.vocabulary?.name ?? header, terms: terms(values, given.vocabulary))
      return PlannedColumn(header: header, column: column, vocabulary: vocabulary)
    }
  }

  /// The repeated values, each with what a vocabulary says of it, then the other terms there.
  private static func terms(_ values: [LearnedValue], _ given: Vocabulary?) -> [Term] {
    guard let given else { return values.map { Term(prefLabel: $0.text) } }
    var rest = given.terms
    var known: Set<TermID> = []
    let own = values.map { value in
      let bytes = ContiguousArray(value.text.utf8)
      let match = given.matchLabel(bytes.span, 0..<bytes.count)
      guard let id = match.known, known.insert(id).inserted else {
        return Term(prefLabel: value.text)
      }
      var term = given[id]
      term.altLabels = ([term.prefLabel] + term.altLabels).filter { $0 != value.text }
      term.prefLabel = value.text
      return term
    }
    for id in known.sorted(by: { $0.index > $1.index }) { rest.remove(at: id.index) }
    return own + rest
  }

  /// Whether the terms of a column are what its rows repeat.
  package func hasLearned(_ column: Int) -> Bool {
    kinds.indices.contains(column) && kinds[column] == .terms
  }

  /// Whether a column repeats a value.
  func isFrequent(_ value: UInt64, inColumn column: Int) -> Bool {
    frequent[column][value] != nil
  }

  /// The one repeated value of a column that a rare one is written otherwise than, or may be a typo
  /// of.
  func frequentLabel(
    near line: Span<UInt8>, _ value: Range<Int>, inColumn column: Int, count: Int
  ) -> String? {
    LearnedPlan.frequentLabel(near: line, value, in: vocabularies[column], count: count) {
      isOften[column].indices.contains($0.index) && isOften[column][$0.index]
    }
  }

  /// Whether each column of terms or links has what it repeats in a row with one cell per column.
  /// Such a row has no rare value, and none that belongs to another column.
  func isUsual(_ line: Span<UInt8>, _ row: Row) -> Bool {
    kinds.indices.allSatisfy { column in
      let value = row.cells[column].value
      if value.isEmpty || plan.columns[column].isPlaceholder(line, value) { return true }
      switch kinds[column] {
      case .text, .given: return true
      case .link: return LearnedValues.hasLink(line, value)
      case .terms:
        var count = 0
        var frequentCount = 0
        let stop = LearnedValues.forEach(line, value) {
          count += 1
          if isFrequent(Fingerprint.ofBytes(line, $0, seed: 0), inColumn: column) {
            frequentCount += 1
          }
        }
        return stop == nil && count > 0 && frequentCount == count
      }
    }
  }
}

/// A value that a column repeats.
struct LearnedValue: Sendable {
  var fingerprint: UInt64
  var text: String
  var rowCount: Int
}
