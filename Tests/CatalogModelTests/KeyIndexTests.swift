import TestSupport
import Testing

@testable import CatalogModel

@Suite struct KeyIndexTests {
  /// Rows of some blocks with few keys, so that rows share keys and keys collide.
  private func rows(_ random: inout SplitMix) -> ContiguousArray<KeyIndex.Entry> {
    let keys = (0..<300).map { $0 < 40 ? UInt64($0 + 1) : random.next() | 1 }
    return ContiguousArray(
      (0..<1000).map {
        KeyIndex.Entry(key: keys.randomElement(using: &random) ?? 1, block: $0 / 20)
      })
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func addingRowsInBatchesEqualsAddingThemOneByOne(seed: UInt64) {
    var random = SplitMix(state: seed)
    let rows = rows(&random)
    var (single, together) = (KeyIndex(), KeyIndex())
    for row in rows { single.add(row.key, block: row.block) }
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + Int.random(in: 1...90, using: &random))
      together.add(ContiguousArray(rows[start..<end]))
      start = end
    }
    #expect(together.rowCounts == single.rowCounts)
    #expect(together.sharedRowCount == single.sharedRowCount)
    #expect(together.sharedKeys == single.sharedKeys)
    for row in rows { #expect(Set(together.blocks(of: row.key)).contains(row.block)) }
    for row in rows { together.remove(row.key, block: row.block) }
    #expect(together.rowCounts.isEmpty && together.sharedKeys.isEmpty)
    #expect(together.sharedRowCount == 0)
  }
}
