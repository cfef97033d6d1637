extension ExportFormat {
  /// CSV (RFC 4180).
  static let csv = delimited("csv", .csv)
  /// Fields between tabs, without quotes.
  static let tsv = delimited("tsv", .tsv)

  private static func delimited(_ name: String, _ dialect: Dialect) -> ExportFormat {
    ExportFormat(name: name, options: [.splitLinks, .raw]) { source in
      let records = source.records[0]
      return Document(notes: dialect.hasQuotes ? [] : spaceNotes(records, dialect)) { send in
        DelimitedText.write(records, dialect, isGuarded: source.isGuarded, to: send)
      }
    }
  }

  /// Which rows lose a tab or a line end.
  private static func spaceNotes(
    _ records: RecordTable, _ dialect: Dialect
  ) -> [(line: Int?, message: String)] {
    let lines = records.lines(where: dialect.separates)
    if lines.isEmpty { return [] }
    return [(nil, "tabs in cells are written as spaces: line \(listed(lines: lines))")]
  }
}
