package import CatalogModel

/// The tables to export, and how.
package struct ExportSource {
  /// The catalog.
  package let catalog: Catalog
  /// The tables, at least one unless the format takes none.
  package let tables: [CatalogTable]
  /// The file's name.
  package let file: String
  /// The records of each table, or of all together.
  package let records: [RecordTable]
  /// The reference links of the catalog.
  let references: ReferenceLinks
  /// Whether `FormulaGuard` marks formulas.
  package let isGuarded: Bool

  /// A source from its parts.
  ///
  /// - Parameters:
  ///   - joinsTables: whether the tables, which have the same headers, are one table of records
  ///   - splitsLinks: whether columns of links become two columns, of names and of URLs
  package init(
    catalog: Catalog, tables: [CatalogTable], file: String, joinsTables: Bool, splitsLinks: Bool,
    isGuarded: Bool
  ) {
    self.catalog = catalog
    self.tables = tables
    self.file = file
    let references = ReferenceLinks(of: catalog)
    self.references = references
    let groups = joinsTables ? [tables[...]] : tables.indices.map { tables[$0...$0] }
    records = groups.compactMap { group in
      group.first.map {
        RecordTable(
          $0, and: group.dropFirst(), in: catalog, references, splitsLinks: splitsLinks)
      }
    }
    self.isGuarded = isGuarded
  }
}
