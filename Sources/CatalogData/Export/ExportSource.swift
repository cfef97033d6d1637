package import CatalogModel

/// The tables to export, and how.
package struct ExportSource {
  /// The catalog.
  package let catalog: Catalog
  /// The tables, at least one unless the format takes none.
  package let tables: [CatalogTable]
  /// The file's name.
  package let file: String
  /// Whether columns of links become two columns, of names and of URLs.
  package let splitsLinks: Bool
  /// Whether `FormulaGuard` marks formulas.
  package let isGuarded: Bool

  /// A source from its parts.
  package init(
    catalog: Catalog, tables: [CatalogTable], file: String, splitsLinks: Bool, isGuarded: Bool
  ) {
    self.catalog = catalog
    self.tables = tables
    self.file = file
    self.splitsLinks = splitsLinks
    self.isGuarded = isGuarded
  }

  /// The records of each table.
  package var records: [RecordTable] {
    tables.map { RecordTable($0, in: catalog, splitsLinks: splitsLinks) }
  }
}
