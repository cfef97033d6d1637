package import CatalogModel

/// Finds rows by their names (LSP 3.17 *workspace/symbol*).
package struct RowSearch: Sendable {
  /// Rows of one answer.
  package static let countMax = DisplayLimits.foundRowCountMax

  private let search: NameSearch

  /// A search for a text; the empty text finds all rows.
  package init(_ text: String) { search = NameSearch(text) }

  /// The matching rows of a catalog, the best first.
  ///
  /// - Complexity: O(rows)
  package func rows(
    of catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [(entry: Outline.Entry, rank: Int)] {
    let rows = try BestRows.find(search, in: catalog, countMax: Self.countMax, interruption)
    return rows.compactMap { row in
      catalog.table(atLine: row.line).map {
        (Outline.entry(ofRow: row.line, in: $0, of: catalog), row.rank)
      }
    }
  }
}
