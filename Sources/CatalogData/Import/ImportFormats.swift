/// The list of import formats: help, completions, manual page and errors derive from it.
package enum ImportFormats {
  /// All formats, in the order of the help.
  package static let all: [ImportFormat] = [.csv, .tsv, .json, .ndjson]
}

extension ImportFormat {
  /// CSV (RFC 4180).
  static let csv = delimited("csv", .comma)
  /// The same with tabs.
  static let tsv = delimited("tsv", .tab)
  /// An array of objects, or what `export --to json` prints.
  static let json = ImportFormat(name: "json") { bytes, _ throws(ImportFailure) in
    try JSONRecords.read(bytes)
  }
  /// One JSON object per line.
  static let ndjson = ImportFormat(name: "ndjson") { bytes, _ throws(ImportFailure) in
    try JSONRecords.read(lines: bytes)
  }

  private static func delimited(_ name: String, _ delimiter: Delimiter) -> ImportFormat {
    ImportFormat(name: name, isDelimited: true) { bytes, isGuarded throws(ImportFailure) in
      try DelimitedReader.read(bytes, delimiter, isGuarded: isGuarded)
    }
  }
}
