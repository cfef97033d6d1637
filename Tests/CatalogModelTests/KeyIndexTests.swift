import TestSupport
import Testing

@testable import CatalogModel

@Suite struct KeyIndexTests {
  /// Rows of some blocks with few keys, so that rows share keys and keys collide.
  private func rows(_ random: inout SplitMix) -> ContiguousArray<KeyIndex.Entry> {
    let keys = (0..<300).map { $0 < 40 ? UInt64($0 + 1) : random.next() | 1 }
    return ContiguousArray(
      (0..<1000).map {
        KeyIndex.Entry(
          key: keys.randomElement(using: &random) ?? 1, table: $0 / 70 % 3, block: $0 / 20)
      })
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func addingRowsInBatchesEqualsAddingThemOneByOne(seed: UInt64) {
    var random = SplitMix(state: seed)
    let rows = rows(&random)
    var (single, together) = (KeyIndex(), KeyIndex())
    for row in rows { single.add(row) }
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + Int.random(in: 1...90, using: &random))
      together.add(ContiguousArray(rows[start..<end]))
      start = end
    }
    #expect(together.rowCounts.sorted() == single.rowCounts.sorted())
    #expect(together.sharedRowCount == single.sharedRowCount)
    #expect(together.sharedKeys == single.sharedKeys)
    for row in rows {
      #expect(together.blocks(of: row.key).contains(row.block))
      let isShared = rows.count { $0.key == row.key && $0.table == row.table } > 1
      #expect(together.isShared(row.key, table: row.table) == isShared)
    }
    for row in rows { together.remove(row) }
    #expect(together.rowCounts.isEmpty && together.sharedKeys.isEmpty)
    #expect(together.sharedRowCount == 0)
  }
}
