extension ExportFormat {
  /// One table as an HTML page.
  static let html = ExportFormat(name: "html", needsSchema: true) { source in
    Document { send in
      CatalogPage.write(source.records[0], of: source.catalog, file: source.file, to: send)
    }
  }
}
