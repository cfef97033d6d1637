package import CatalogModel

/// Looks for rows by their names (LSP 3.17 *workspace/symbol*).
package struct RowSearch: Sendable {
  /// Rows found, at most.
  package static let countMax = 200

  private let search: NameSearch

  /// A search for a text; the empty text finds all.
  package init(_ text: String) { search = NameSearch(text) }

  /// The rows of a catalog that answer, the best first.
  ///
  /// - Complexity: O(rows)
  package func rows(
    of catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [(entry: Outline.Entry, rank: Int)] {
    var best = BestRows(countMax: Self.countMax)
    for table in catalog.tables where table.plan.keyColumn != nil {
      for line in table.bodyLines {
        try interruption.check()
        let name = catalog.name(ofLine: line, in: table)
        if let rank = search.rank(of: name) { best.add(line, rank: rank) }
      }
    }
    return best.rows.compactMap { row in
      catalog.table(atLine: row.line).map {
        (Outline.entry(ofRow: row.line, in: $0, of: catalog), row.rank)
      }
    }
  }
}
