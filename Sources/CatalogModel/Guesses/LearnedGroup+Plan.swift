import CatalogSchema
import LineStore
import TableSyntax

/// The plans of a pool's tables: with what their rows repeat, and as their rows show the columns.
extension LearnedGroup {
  /// What the columns hold, with the values' text; nil where they repeat nothing.
  ///
  /// - Complexity: O(1), O(tables + rows until each repeated value was seen) the first time
  func plan(_ catalog: Catalog) -> LearnedPlan? {
    state.kinds.isEmpty ? nil : derived.value(key) { makePlan(catalog) }
  }

  /// The columns as the rows show them; nil without a schema.
  ///
  /// - Complexity: O(1), O(columns) the first time
  var judgedPlan: TablePlan? {
    if state.judgements.isEmpty { return nil }
    return derived.value(Judged(key: key)) {
      plan.judged(
        zip(plan.columns, state.judgements).map { $1.judged($0) }, isStrict: state.isStrict,
        generation: derived.generation)
    }
  }

  private struct Judged: Hashable { let key: HeaderKey }

  private func makePlan(_ catalog: Catalog) -> LearnedPlan {
    let columns = tally.columns
    var values = [[LearnedValue]](repeating: [], count: columns.count)
    var delimiters = [DelimiterCount](repeating: DelimiterCount(), count: columns.count)
    var missing = columns.indices.reduce(0) {
      $0 + (state.kinds[$1] == .terms ? columns[$1].frequentCount : 0)
    }
    for index in tableIDs.compactMap({ catalog.tables.index(ofID: $0) }).sorted()
    where missing > 0 {
      let table = catalog.tables[index]
      for line in table.bodyLines where missing > 0 {
        catalog.withRow(line, in: table) { bytes, row in
          missing -= collect(bytes, row, &values, &delimiters)
        }
      }
    }
    for column in values.indices { values[column].sort { $0.rowCount > $1.rowCount } }
    return LearnedPlan(
      plan, kinds: state.kinds, values: values, delimiters: delimiters.map(\.more))
  }

  /// How often commas and semicolons separate items.
  private struct DelimiterCount {
    var commas = 0
    var semicolons = 0
    var more: String { semicolons > commas ? "; " : ", " }
  }

  /// Adds the repeated values of a row that were not seen before; returns how many there are.
  private func collect(
    _ bytes: Span<UInt8>, _ row: Row, _ values: inout [[LearnedValue]],
    _ delimiters: inout [DelimiterCount]
  ) -> Int {
    guard row.cellCount == tally.columns.count else { return 0 }
    var found = 0
    for column in tally.columns.indices where state.kinds[column] == .terms {
      for index in row.cells[column].value {
        if bytes[index] == UInt8(ascii: ",") { delimiters[column].commas += 1 }
        if bytes[index] == UInt8(ascii: ";") { delimiters[column].semicolons += 1 }
      }
      for range in LearnedValues.of(bytes, row.cells[column].value) {
        let fingerprint = Fingerprint.ofBytes(bytes, range, seed: 0)
        guard tally.columns[column].isFrequent(fingerprint),
          !values[column].contains(where: { $0.fingerprint == fingerprint })
        else { continue }
        values[column].append(
          LearnedValue(
            fingerprint: fingerprint, text: bytes.string(range),
            rowCount: tally.columns[column].count(fingerprint)))
        found += 1
      }
    }
    return found
  }
}
