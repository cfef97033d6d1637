/// The list of import formats: help, completions, manual page and errors derive from it.
package enum ImportFormats {
  /// All formats, in the order of the help.
  package static let all: [ImportFormat] = [.csv, .tsv, .json, .ndjson]
}

extension ImportFormat {
  /// CSV (RFC 4180).
  static let csv = delimited("csv", .csv)
  /// Fields between tabs, without quotes.
  static let tsv = delimited("tsv", .tsv)
  /// An array of objects, or what `export --to json` prints.
  static let json = ImportFormat(name: "json") { bytes, _ throws(ImportFailure) in
    try JSONRecords.read(bytes)
  }
  /// One JSON object per line.
  static let ndjson = ImportFormat(name: "ndjson") { bytes, _ throws(ImportFailure) in
    try JSONRecords.read(lines: bytes)
  }

  private static func delimited(_ name: String, _ standard: Dialect) -> ImportFormat {
    ImportFormat(name: name, isDelimited: true) { bytes, options throws(ImportFailure) in
      var dialect = standard
      dialect.delimiter = options.delimiter ?? DelimiterSearch.delimiter(of: bytes, standard)
      var data = try DelimitedReader.read(bytes, dialect, isGuarded: options.isGuarded)
      if options.delimiter == nil, dialect != standard {
        let byte = dialect.delimiter
        let name = byte == UInt8(ascii: "\t") ? "a tab" : "“\(Unicode.Scalar(byte))”"
        let message = "the delimiter is \(name), as in this line: --delimiter sets another"
        data.notes.insert(ImportProblem(at: .line(1), message), at: 0)
      }
      return data
    }
  }
}
