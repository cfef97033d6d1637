import CatalogModel
import LineStore
import TableSyntax

/// Records as CSV (RFC 4180), or the same with tabs.
package struct DelimitedText: Sendable {
  private static let pieceByteCount = 1 << 18

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
      if text.bytes.count >= pieceByteCount { text.flush(send) }
    }
    text.flush(send)
  }

  private mutating func append(_ line: Span<UInt8>, _ field: Range<Int>, index: Int) {
    if index > 0 { bytes.append(delimiter) }
    let isMarked = isGuarded && FormulaGuard.isNeeded(line, field)
    guard needsQuotes(line, field) else {
      if isMarked { bytes.append(FormulaGuard.mark) }
      append(line, field)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    if isMarked { bytes.append(FormulaGuard.mark) }
    var start = field.lowerBound
    for index in field where line[index] == UInt8(ascii: "\"") {
      append(line, start..<index + 1)
      bytes.append(UInt8(ascii: "\""))
      start = index + 1
    }
    append(line, start..<field.upperBound)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Includes a leading byte order mark, which readers would skip at a file's start.
  private func needsQuotes(_ line: Span<UInt8>, _ field: Range<Int>) -> Bool {
    if line.hasPrefix("\u{FEFF}", at: field.lowerBound), !field.isEmpty { return true }
    for index in field {
      switch line[index] {
      case delimiter, UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: break
      }
    }
    return false
  }

  private mutating func append(_ line: Span<UInt8>, _ range: Range<Int>) {
    let part = line.extracting(range)
    unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// A record that would be an empty line, which readers skip, is a pair of quotes.
  private mutating func endRecord(isBlank: Bool) {
    if isBlank { bytes.append(contentsOf: Array("\"\"".utf8)) }
    bytes.append(contentsOf: LineEnding.crlf.text)
  }

  private mutating func flush(_ send: ByteSink) {
    if bytes.isEmpty { return }
    send(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }
}
