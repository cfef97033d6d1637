import CatalogSchema

/// How the values of a vocabulary column are judged.
package enum ColumnStatus: Sendable, Equatable {
  /// Values outside the vocabulary are mistakes.
  case closed
  /// Only typos of terms are.
  case open
  /// The list has values of its own: the vocabulary says nothing.
  case own
}

/// What the evidence of a pool says of a schema's column.
struct ColumnJudgement: Sendable {
  /// Of a column with a vocabulary.
  let status: ColumnStatus?
  let isRequired: Bool
  let isLinked: Bool
  /// Whether other separators than the column's are reported; in an open column the rows decide.
  let usesDelimiter: Bool
  /// The labels of a vocabulary that is not the list's own.
  let labels: LabelsInUse?
  /// Hash of all that.
  let digest: UInt64

  /// Judges a column of tables with some rows.
  init(_ planned: PlannedColumn, _ evidence: ColumnEvidence, rowCount: Int) {
    let demands = planned.requirements
    let isConfigured = planned.column?.isConfigured == true
    status = planned.vocabulary.map { evidence.status(planned, $0) }
    isRequired =
      demands.isRequired
      && (isConfigured || Demand(of: rowCount, failedBy: evidence.emptyCount).holds)
    let names = Demand(of: rowCount - evidence.emptyCount, failedBy: evidence.unlinkedCount)
    isLinked = demands.isLinked && (isConfigured || names.holds)
    usesDelimiter = status != .open || isConfigured || evidence.separationBalance > 0
    labels =
      status == .own ? nil : planned.vocabulary.map { LabelsInUse(evidence.labels, $0) }
    var hash: UInt64 = status == .closed ? 1 : status == .open ? 2 : 3
    hash = hash * 2 + (usesDelimiter ? 1 : 0)
    hash = hash * 4 + (isRequired ? 1 : 0) + (isLinked ? 2 : 0)
    digest = (hash ^ (labels?.digest ?? 0)) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The column as its rows show it.
  func judged(_ column: PlannedColumn) -> PlannedColumn {
    let requirements = column.requirements.judged(
      isClosed: status != .open && status != .own, isRequired: isRequired, isLinked: isLinked,
      usesDelimiter: usesDelimiter)
    return column.judged(requirements, isOwn: status == .own, labels: labels)
  }

  /// Whether the column is judged as if all evidence spoke for its schema, and every term were
  /// written as preferred.
  func isStrict(_ demands: ColumnRequirements) -> Bool {
    (status == nil || status == .closed || status == .open && !demands.isClosed)
      && isRequired == demands.isRequired && isLinked == demands.isLinked
      && labels?.hasOther != true
  }
}

/// What a schema demands of rows.
package struct Demand: Sendable {
  /// Rows below which the built-in schema demands nothing.
  private static let rowCountMin = 10
  /// Percentage of them that must meet a demand for it to hold.
  private static let metShareMin = 95

  /// Rows that the demand is about.
  package let rowCount: Int
  /// Those that meet it.
  package let metCount: Int

  init(of rowCount: Int, failedBy failedCount: Int) {
    self.rowCount = rowCount
    metCount = rowCount - failedCount
  }

  /// Whether the rows show that the list meets the demand.
  package var holds: Bool {
    rowCount >= Self.rowCountMin && metCount * 100 >= rowCount * Self.metShareMin
  }
}

extension ColumnEvidence {
  /// Values below which no column is closed.
  private static let closedValueCountMin = 10
  /// Percentage of the values that a closed column knows, at least.
  private static let closedKnownShareMin = 80
  /// Values below which no column is the list's own.
  private static let ownValueCountMin = 3

  /// How the values of a vocabulary column are judged: as a configuration says, else by the values.
  fileprivate func status(_ planned: PlannedColumn, _ vocabulary: Vocabulary) -> ColumnStatus {
    if planned.isConfigured { return planned.requirements.isClosed ? .closed : .open }
    if valueCount >= Self.closedValueCountMin,
      knownCount * 100 >= valueCount * Self.closedKnownShareMin
    {
      return .closed
    }
    let isOwn = valueCount >= Self.ownValueCountMin && (knownCount + nearCount) * 2 < valueCount
    return isOwn ? .own : .open
  }
}
