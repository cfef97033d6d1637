/// Reads CSV (RFC 4180) or plain text with delimiters; LF is a line ending too.
package struct DelimitedReader {
  private let bytes: ContiguousArray<UInt8>
  private let dialect: Dialect
  private let isGuarded: Bool
  private var index = 0
  private var lineNumber = 1

  private init(_ bytes: ContiguousArray<UInt8>, _ dialect: Dialect, isGuarded: Bool) {
    self.bytes = bytes
    self.dialect = dialect
    self.isGuarded = isGuarded
  }

  /// The records of a text after a first line of column names. Empty lines are skipped.
  ///
  /// - Parameter isGuarded: whether to remove what `FormulaGuard` adds
  /// - Complexity: O(bytes)
  package static func read(
    _ bytes: ContiguousArray<UInt8>, _ dialect: Dialect, isGuarded: Bool
  ) throws(ImportFailure) -> ImportData {
    if let offset = bytes.firstIndex(of: 0) {
      throw ImportFailure(at: ImportPlace(ofByte: offset, in: bytes), "the text must not hold NUL")
    }
    var reader = DelimitedReader(bytes, dialect, isGuarded: isGuarded)
    guard let (_, header) = try reader.nextFields() else {
      throw ImportFailure("the data is empty: the first line must name the columns")
    }
    var data = ImportData(
      columns: header.map { String(decoding: $0, as: UTF8.self) }, records: [])
    while let (place, fields) = try reader.nextFields() {
      guard fields.count == data.columns.count else {
        throw ImportFailure(
          at: place,
          "the record has \(counted(fields.count, "field")), but the first line names "
            + "\(data.columns.count)")
      }
      data.records.append(ImportData.Record(place: place, values: fields.map { .text($0) }))
      if !dialect.hasQuotes, data.notes.isEmpty, fields.contains(where: Self.isQuoted) {
        data.notes.append(
          ImportProblem(
            at: place,
            "quotes are read as text: --from csv --delimiter '\\t' reads quoted fields"))
      }
    }
    return data
  }

  private static func isQuoted(_ field: [UInt8]) -> Bool {
    field.count > 1 && field.first == UInt8(ascii: "\"") && field.last == UInt8(ascii: "\"")
  }

  private mutating func nextFields() throws(ImportFailure) -> (ImportPlace, [[UInt8]])? {
    while index < bytes.count {
      let start = index
      let place = ImportPlace.line(lineNumber)
      var fields: [[UInt8]] = []
      repeat { fields.append(try field()) } while takeDelimiter()
      let isBlankLine = index == start
      takeLineEnd()
      if !isBlankLine { return (place, fields) }
    }
    return nil
  }

  private mutating func takeDelimiter() -> Bool {
    guard index < bytes.count, bytes[index] == dialect.delimiter else { return false }
    index += 1
    return true
  }

  private mutating func takeLineEnd() {
    guard index < bytes.count else { return }
    if bytes[index] == 0x0D { index += 1 }
    if index < bytes.count, bytes[index] == 0x0A { index += 1 }
    lineNumber += 1
  }

  private var isAtFieldEnd: Bool {
    index >= bytes.count || dialect.separates(bytes[index])
  }

  private mutating func field() throws(ImportFailure) -> [UInt8] {
    if dialect.hasQuotes, index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
      return try quotedField()
    }
    let start = index
    while !isAtFieldEnd { index += 1 }
    return value(Array(bytes[start..<index]))
  }

  private mutating func quotedField() throws(ImportFailure) -> [UInt8] {
    let startLine = lineNumber
    var text: [UInt8] = []
    index += 1
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else { return try endOfQuotes(text) }
        index += 1
      } else if byte == 0x0A {
        lineNumber += 1
      }
      text.append(byte)
    }
    throw ImportFailure(at: .line(startLine), "the opening quote is never closed")
  }

  private func endOfQuotes(_ text: [UInt8]) throws(ImportFailure) -> [UInt8] {
    guard isAtFieldEnd else {
      throw ImportFailure(
        at: .line(lineNumber), "text after a closing quote: double the quotes inside a field")
    }
    return value(text)
  }

  private func value(_ text: [UInt8]) -> [UInt8] {
    guard isGuarded, text.first == FormulaGuard.mark else { return text }
    return Array(text[FormulaGuard.withoutGuard(text.span, 0..<text.count)])
  }
}
