extension ExportFormat {
  /// CSV (RFC 4180).
  static let csv = delimited("csv", .comma)
  /// The same with tabs.
  static let tsv = delimited("tsv", .tab)

  private static func delimited(_ name: String, _ delimiter: Delimiter) -> ExportFormat {
    ExportFormat(name: name, options: [.splitLinks, .raw]) { source in
      Document { send in
        DelimitedText.write(source.records[0], delimiter, isGuarded: source.isGuarded, to: send)
      }
    }
  }
}
