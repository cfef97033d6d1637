import LineStore
import TableSyntax

extension Catalog {
  /// The proof of fixes of a line that is a row.
  func proof(ofLine line: Int, of table: CatalogTable) -> RowFixProof {
    RowFixProof(
      plan: table.plan, rules: rules, isMostlyLong: table.tally.isMostlyLong,
      isStillRow: { readsAlike($0, $1, atLine: line) },
      keepsRecords: { fixed, row in
        let content = fixed.withoutBlanks(min(row.contentOffset, fixed.count)..<fixed.count)
        return WrappedRecord.stay(line, fixed.array(content), in: table, self)
      })
  }

  /// Whether the block scanner reads two texts in the place of a line alike, and all later lines.
  private func readsAlike(_ one: Span<UInt8>, _ other: Span<UInt8>, atLine line: Int) -> Bool {
    var states = (blockState(before: line), blockState(before: line))
    let roles = (BlockScanner.read(one, in: &states.0), BlockScanner.read(other, in: &states.1))
    return roles.0 == roles.1 && states.0 == states.1
  }
}
