import CatalogModel
import LineStore

/// Finds the places of new rows in a table.
struct RowPlaces {
  /// Rows from which on a table counts as sorted without a schema that says so.
  private static let rowCountMin = 4

  /// Each body row's name; an empty name is outside the order.
  private let names: [SortName]
  /// Indices of the rows in order; nil if the table is unsorted.
  private let backbone: [Int]?

  /// Reads the order of a table's rows.
  ///
  /// A schema's sorted table is in order by the measure of `unsorted-row`, or if at most two rows
  /// are out of order; any other only if no row is.
  ///
  /// - Complexity: O(rows × log rows)
  init(_ names: ArraySlice<SortName>, isSortedBySchema: Bool) {
    let names = Array(names)
    self.names = names
    let named = names.indices.filter { !names[$0].isEmpty }
    let inversionCount = zip(named, named.dropFirst()).count {
      NameOrder.precedes(names[$1], names[$0])
    }
    let isSorted =
      isSortedBySchema
      ? inversionCount <= 2
        || NameOrder.isMostlyKept(inversionCount: inversionCount, rowCount: named.count)
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

  /// Whether the table is sorted.
  var areOrdered: Bool { backbone != nil }

  /// The index of the row after a new one: where previous ≤ row < next if possible, else after the
  /// last row in order that is not greater.
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
