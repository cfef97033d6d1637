package import CatalogModel

/// The tables to export, and how.
package struct ExportSource {
  /// The catalog.
  package let catalog: Catalog
  /// The tables, at least one unless the format takes none.
  package let tables: [CatalogTable]
  /// The file's name.
  package let file: String
  /// The records of each table.
  package let records: [RecordTable]
  /// Whether `FormulaGuard` marks formulas.
  package let isGuarded: Bool

  /// A source from its parts.
  ///
  /// - Parameter splitsLinks: whether columns of links become two columns, of names and of URLs
  package init(
    catalog: Catalog, tables: [CatalogTable], file: String, splitsLinks: Bool, isGuarded: Bool
  ) {
    self.catalog = catalog
    self.tables = tables
    self.file = file
    records = tables.map { RecordTable($0, in: catalog, splitsLinks: splitsLinks) }
    self.isGuarded = isGuarded
  }
}
