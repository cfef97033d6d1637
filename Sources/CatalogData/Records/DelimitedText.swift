import LineStore
import TableSyntax

/// Records as CSV (RFC 4180), or as plain text with tabs.
package struct DelimitedText: Sendable {
  private let dialect: Dialect
  private let isGuarded: Bool
  private var bytes = ContiguousArray<UInt8>()

  private init(_ dialect: Dialect, isGuarded: Bool) {
    self.dialect = dialect
    self.isGuarded = isGuarded
  }

  /// Writes a table's records after a record of the column names.
  ///
  /// - Parameter isGuarded: whether `FormulaGuard` marks formulas
  /// - Complexity: O(bytes of the table)
  package static func write(
    _ records: RecordTable, _ dialect: Dialect, isGuarded: Bool, to send: ByteSink
  ) {
    var text = DelimitedText(dialect, isGuarded: isGuarded)
    let names = records.columns.map { ContiguousArray($0.name.utf8) }
    for (index, name) in names.enumerated() {
      text.append(name.span, 0..<name.count, index: index, isName: true)
    }
    text.endRecord(isBlank: names.count == 1 && names[0].isEmpty)
    records.forEachRecord { _, line, fields in
      for (index, field) in fields.enumerated() { text.append(line, field, index: index) }
      text.endRecord(isBlank: fields.count == 1 && fields[0].isEmpty)
      text.bytes.drain(to: send)
    }
    text.bytes.drain(atOnce: true, to: send)
  }

  private mutating func append(
    _ line: Span<UInt8>, _ field: Range<Int>, index: Int, isName: Bool = false
  ) {
    if index > 0 { bytes.append(dialect.delimiter) }
    let isMarked = isGuarded && FormulaGuard.isNeeded(line, field)
    let isQuoted = dialect.hasQuotes && needsQuotes(line, field, isName: isName)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isMarked { bytes.append(FormulaGuard.mark) }
    if isQuoted {
      appendQuoted(line, field)
    } else if dialect.hasQuotes {
      bytes.append(contentsOf: line, field)
    } else {
      for index in field { bytes.append(dialect.separates(line[index]) ? 0x20 : line[index]) }
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  private mutating func appendQuoted(_ line: Span<UInt8>, _ field: Range<Int>) {
    var start = field.lowerBound
    for index in field where line[index] == UInt8(ascii: "\"") {
      bytes.append(contentsOf: line, start..<index + 1)
      start = index
    }
    bytes.append(contentsOf: line, start..<field.upperBound)
  }

  /// Includes a leading byte order mark, which readers would skip at a file's start, and in a
  /// column's name the delimiters of other dialects, which readers take for the file's.
  private func needsQuotes(_ line: Span<UInt8>, _ field: Range<Int>, isName: Bool) -> Bool {
    if line.hasPrefix("\u{FEFF}", at: field.lowerBound), !field.isEmpty { return true }
    return field.contains {
      let byte = line[$0]
      return dialect.separates(byte) || byte == UInt8(ascii: "\"")
        || isName && Dialect.delimiters.contains(byte)
    }
  }

  /// A record that would be an empty line, which readers skip, is a pair of quotes.
  private mutating func endRecord(isBlank: Bool) {
    if isBlank, dialect.hasQuotes { bytes.append(contentsOf: Array("\"\"".utf8)) }
    bytes.append(contentsOf: dialect.lineEnding)
  }
}
