/// Reads CSV (RFC 4180), or the same with tabs; LF is a line ending too.
package struct DelimitedReader {
  private let bytes: ContiguousArray<UInt8>
  private let delimiter: UInt8
  private let isGuarded: Bool
  private var index = 0
  private var lineNumber = 1

  private init(_ bytes: ContiguousArray<UInt8>, _ delimiter: UInt8, isGuarded: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.isGuarded = isGuarded
  }

  /// The records of a text after a first line of column names. Empty lines are skipped.
  ///
  /// - Parameter isGuarded: whether to remove what `FormulaGuard` adds
  /// - Complexity: O(bytes)
  package static func read(
    _ bytes: ContiguousArray<UInt8>, _ delimiter: Delimiter, isGuarded: Bool
  ) throws(ImportFailure) -> ImportData {
    var reader = DelimitedReader(bytes, delimiter.rawValue, isGuarded: isGuarded)
    guard let (_, header) = try reader.nextFields() else {
      throw ImportFailure("the data is empty: the first line must name the columns")
    }
    var data = ImportData(
      columns: header.map { String(decoding: $0, as: UTF8.self) }, records: [])
    while let (place, fields) = try reader.nextFields() {
      guard fields.count == data.columns.count else {
        throw ImportFailure(
          at: place,
          "the record has \(fields.count) fields, but the first line names \(data.columns.count)")
      }
      data.records.append(ImportData.Record(place: place, values: fields.map { .text($0) }))
    }
    return data
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
    guard index < bytes.count, bytes[index] == delimiter else { return false }
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
    index >= bytes.count || bytes[index] == delimiter || bytes[index] == 0x0A
      || bytes[index] == 0x0D
  }

  private mutating func field() throws(ImportFailure) -> [UInt8] {
    if index < bytes.count, bytes[index] == UInt8(ascii: "\"") { return try quotedField() }
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
