import CatalogModel

/// Where new rows belong among those of a table.
struct RowPlaces {
  /// Rows from which on a table that no schema calls sorted may be sorted all the same.
  private static let rowCountMin = 4

  /// Each body row's name; an empty one has no place in the order.
  private let names: [SortName]
  /// The rows that stand in order, as indices of `names`; nil where there is no order.
  private let backbone: [Int]?

  /// The order of a table's rows.
  ///
  /// A table is in order as `unsorted-row` has it; one that no schema calls sorted where no row is
  /// out of order.
  ///
  /// - Complexity: O(rows × log rows)
  init(_ names: [SortName], isSortedBySchema: Bool) {
    self.names = names
    let named = names.indices.filter { !names[$0].isEmpty }
    let inversionCount = zip(named, named.dropFirst()).count {
      NameOrder.precedes(names[$1], names[$0])
    }
    let isSorted =
      isSortedBySchema
      ? NameOrder.isMostlyKept(inversionCount: inversionCount, rowCount: named.count)
      : inversionCount == 0 && named.count >= Self.rowCountMin
    guard isSorted, !named.isEmpty else {
      backbone = nil
      return
    }
    let ordered = IncreasingSubsequence.longest(named) {
      NameOrder.precedes(names[$0], names[$1])
    }
    backbone = ordered.map { named[$0] }
  }

  /// Whether there is an order for new rows to keep.
  var areOrdered: Bool { backbone != nil }

  /// The index of the row that a new one is put before: where previous ≤ row < next if there is
  /// such a place, else behind the last row in order that is not behind it.
  ///
  /// - Complexity: O(log rows + rows out of order around the place)
  func index(for name: SortName) -> Int {
    guard let backbone, !name.isEmpty else { return names.count }
    let next = backbone.partitioningIndex { NameOrder.precedes(name, names[$0]) }
    if next == 0 { return backbone[0] }
    let first = backbone[next - 1] + 1
    let last = next < backbone.count ? backbone[next] : names.count
    return (first..<last + 1).first { fits(name, before: $0) } ?? first
  }

  private func fits(_ name: SortName, before index: Int) -> Bool {
    (index == 0 || !NameOrder.precedes(name, names[index - 1]))
      && (index == names.count || NameOrder.precedes(name, names[index]))
  }
}
