import LineStore

/// How the records and fields of a text are separated.
package struct Dialect: Sendable, Equatable {
  /// The byte between fields.
  package var delimiter: UInt8
  /// Whether quotes enclose fields that hold delimiters, quotes or line ends (RFC 4180); else every
  /// byte between delimiters is text.
  package let hasQuotes: Bool

  /// RFC 4180.
  package static let csv = Dialect(delimiter: UInt8(ascii: ","), hasQuotes: true)
  /// Fields without tabs and line ends, as `cut` and `awk` read them.
  package static let tsv = Dialect(delimiter: UInt8(ascii: "\t"), hasQuotes: false)

  /// The bytes that import takes for delimiters if the first line has them.
  static let delimiters = Array(",;\t|".utf8)

  /// What ends a record.
  var lineEnding: [UInt8] { (hasQuotes ? LineEnding.crlf : .lf).text }

  /// Whether a field cannot hold a byte as it is.
  func separates(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }
}
