import LineStore
import TestSupport
import Testing

@testable import CatalogModel

/// Sorting moves the fewest rows, and no rows without a name.
@Suite struct RowSortingTests {
  @Test func theLongestSortedRunStays() {
    #expect(IncreasingSubsequence.longest([1, 3, 2, 4], isBefore: <) == [0, 1, 3])
    #expect(IncreasingSubsequence.longest([2, 2, 1, 2], isBefore: <) == [0, 1, 3])
    #expect(IncreasingSubsequence.longest([Int](), isBefore: <) == [])
  }

  @Test(arguments: 0..<50)
  func noSortedRunIsLonger(seed: UInt64) {
    var random = SplitMix(state: seed)
    let items = (0..<10).map { _ in Int.random(in: 0..<6, using: &random) }
    var longest = 0
    for choice in 0..<1 << items.count {
      let chosen = items.indices.filter { choice >> $0 & 1 == 1 }.map { items[$0] }
      if chosen == chosen.sorted() { longest = max(longest, chosen.count) }
    }
    let found = IncreasingSubsequence.longest(items, isBefore: <).map { items[$0] }
    #expect(found == found.sorted() && found.count == longest)
  }

  @Test(arguments: [
    ("A C B D", "A B C D", 1), ("C D A B E F G", "A B C D E F G", 2), ("B A", "A B", 1),
    ("A B C", "A B C", 0), ("B C - A", "B C - A", 0), ("B A - D C", "A B - D C", 1),
    ("X9 X10 X2", "X2 X9 X10", 1), ("a B C b", "a B b C", 1), ("- B - A -", "- B - A -", 0),
  ])
  func rowsAreMoved(from: String, to: String, count: Int) {
    let catalog = Catalog(utf8: Self.list(from))
    let sorting = catalog.tables.first.flatMap { catalog.sorting(of: $0) }
    #expect(sorting?.movedRowCount ?? 0 == count)
    let edits = [sorting?.edit].compactMap { $0 }
    #expect(catalog.text.bytes(applying: edits) == Self.list(to))
  }

  /// A table of these names; `-` is a row without one.
  private static func list(_ names: String) -> ContiguousArray<UInt8> {
    var text = "| Dataset | Task |\n|---|---|\n"
    for name in names.split(separator: " ") {
      text += name == "-" ? "|  | Detection |\n" : "| [\(name)](https://a.org) | Detection |\n"
    }
    return ContiguousArray((text + "\nText.\n").utf8)
  }
}
