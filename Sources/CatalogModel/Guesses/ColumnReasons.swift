import CatalogSchema

/// Why a schema's column is judged as it is, with the counts of its pool.
package struct ColumnReasons: Sendable {
  /// How the values of a vocabulary column are judged.
  package let status: ColumnStatus?
  /// Whether a configuration says so, whatever the rows have.
  package let isConfigured: Bool
  /// Values of a vocabulary column that are neither placeholders nor misplaced.
  package let valueCount: Int
  /// Those that are terms.
  package let knownCount: Int
  /// Those that may be typos of terms.
  package let nearCount: Int
  /// What the schema demands of the column.
  package let demands: [DemandReasons]
}

/// Why a demand of a schema holds or not.
package struct DemandReasons: Sendable {
  /// What is demanded of a column.
  package enum Kind: String, Sendable { case required, linked, unique }

  /// What is demanded.
  package let kind: Kind
  /// Whether it holds.
  package let holds: Bool
  /// How many rows meet it.
  package let demand: Demand
}

extension Catalog {
  /// Why the columns of a table are judged as they are; nil for a column without a schema.
  package func columnReasons(of table: CatalogTable) -> [ColumnReasons?] {
    let plan = table.context.plan
    guard let group = learned[table.headerKey], !group.state.judgements.isEmpty else {
      return plan.columns.map { _ in nil }
    }
    return plan.columns.indices.map { index in
      plan.columns[index].column == nil ? nil : reasons(ofColumn: index, table, group)
    }
  }

  private func reasons(
    ofColumn index: Int, _ table: CatalogTable, _ group: LearnedGroup
  ) -> ColumnReasons {
    let column = group.plan.columns[index]
    let evidence = group.tally.evidence[index]
    let judgement = group.state.judgements[index]
    let filled = Demand(of: group.tally.rowCount, failedBy: evidence.emptyCount)
    let linked = Demand(of: filled.metCount, failedBy: evidence.unlinkedCount)
    var demands: [DemandReasons] = []
    if column.requirements.isRequired {
      demands.append(
        DemandReasons(kind: .required, holds: judgement.isRequired, demand: filled))
    }
    if column.requirements.isLinked {
      demands.append(DemandReasons(kind: .linked, holds: judgement.isLinked, demand: linked))
    }
    if index == group.plan.keyColumn, column.column?.isUnique == true {
      demands.append(
        DemandReasons(
          kind: .unique, holds: demandsDistinctNames(table), demand: distinctNames(of: table)))
    }
    return ColumnReasons(
      status: judgement.status, isConfigured: column.isConfigured,
      valueCount: evidence.valueCount, knownCount: evidence.knownCount,
      nearCount: evidence.nearCount, demands: demands)
  }
}
