import LineStore
import TableSyntax

/// Records as CSV (RFC 4180), or the same with tabs.
package struct DelimitedText: Sendable {
  private let delimiter: UInt8
  private let isGuarded: Bool
  private var bytes = ContiguousArray<UInt8>()

  private init(_ delimiter: Delimiter, isGuarded: Bool) {
    self.delimiter = delimiter.rawValue
    self.isGuarded = isGuarded
  }

  /// Writes a table's records after a record of the column names.
  ///
  /// - Parameter isGuarded: whether `FormulaGuard` marks formulas
  /// - Complexity: O(bytes of the table)
  package static func write(
    _ records: RecordTable, _ delimiter: Delimiter, isGuarded: Bool, to send: ByteSink
  ) {
    var text = DelimitedText(delimiter, isGuarded: isGuarded)
    let names = records.columns.map { ContiguousArray($0.name.utf8) }
    for (index, name) in names.enumerated() {
      text.append(name.span, 0..<name.count, index: index)
    }
    text.endRecord(isBlank: names.count == 1 && names[0].isEmpty)
    records.forEachRecord { _, line, fields in
      for (index, field) in fields.enumerated() { text.append(line, field, index: index) }
      text.endRecord(isBlank: fields.count == 1 && fields[0].isEmpty)
      text.bytes.drain(to: send)
    }
    text.bytes.drain(atOnce: true, to: send)
  }

  private mutating func append(_ line: Span<UInt8>, _ field: Range<Int>, index: Int) {
    if index > 0 { bytes.append(delimiter) }
    let isMarked = isGuarded && FormulaGuard.isNeeded(line, field)
    let isQuoted = needsQuotes(line, field)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isMarked { bytes.append(FormulaGuard.mark) }
    var start = field.lowerBound
    if isQuoted {
      for index in field where line[index] == UInt8(ascii: "\"") {
        bytes.append(contentsOf: line, start..<index + 1)
        start = index
      }
    }
    bytes.append(contentsOf: line, start..<field.upperBound)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Includes a leading byte order mark, which readers would skip at a file's start.
  private func needsQuotes(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    if line.hasPrefix("\u{FEFF}", at: field.lowerBound), !field.isEmpty { return true }
    return field.contains { index in
      let byte = line[index]
      return byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
  }

  /// A record that would be an empty line, which readers skip, is a pair of quotes.
  private mutating func endRecord(isBlank: Bool) {
    if isBlank { bytes.append(contentsOf: Array("\"\"".utf8)) }
    bytes.append(contentsOf: LineEnding.crlf.text)
  }
}
