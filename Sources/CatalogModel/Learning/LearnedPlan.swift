import CatalogSchema
import TableSyntax

/// What the columns of tables without a schema seem to hold, as far as their rows repeat it.
package final class LearnedPlan: Sendable {
  /// The tables' columns, those that repeat a few values with a vocabulary of these.
  package let plan: TablePlan
  /// What each column seems to hold.
  let kinds: [Kind]
  /// The repeated values of each column, by their fingerprints.
  private let frequent: [FingerprintMap<Bool>]

  /// For each column, which terms occur often enough for substituted letters.
  private let isOften: [[Bool]]

  /// What a column seems to hold.
  enum Kind: Sendable { case terms, link, text }

  init(
    headers: [String], kinds: [Kind], values: [[LearnedValue]], delimiters: [String],
    missingValues: MissingValues
  ) {
    self.kinds = kinds
    frequent = values.map { values in
      values.reduce(into: FingerprintMap(placeholder: false)) { $0[$1.fingerprint] = true }
    }
    plan = TablePlan(
      learned: headers.indices.map { column in
        LearnedPlan.column(
          headers[column], kinds[column], values[column], delimiter: delimiters[column],
          missingValues)
      }, missingValues: missingValues)
    isOften = values.map { $0.map { $0.rowCount >= LearnedPlan.substitutedCountMin } }
  }

  private static func column(
    _ header: String, _ kind: Kind, _ values: [LearnedValue], delimiter: String,
    _ missingValues: MissingValues
  ) -> PlannedColumn {
    var column = Column(name: header, title: header)
    column.isClosed = false
    column.delimiter = delimiter
    column.missingValues = missingValues
    switch kind {
    case .text:
      return PlannedColumn(
        header: header, column: nil, vocabulary: nil, missingValues: missingValues)
    case .link:
      column.isLinked = true
      column.isKey = true
      return PlannedColumn(header: header, column: column, vocabulary: nil)
    case .terms:
      column.kind = .terms(vocabulary: header)
      let terms = values.map { Term(prefLabel: $0.text) }
      return PlannedColumn(
        header: header, column: column, vocabulary: Vocabulary(name: header, terms: terms))
    }
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
    guard let vocabulary = plan.columns[column].vocabulary else { return nil }
    return LearnedPlan.frequentLabel(near: line, value, in: vocabulary, count: count) {
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
      case .text: return true
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
