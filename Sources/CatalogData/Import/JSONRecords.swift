import JSONText

/// Reads records from JSON: an array of objects, one object per line, or what `export --to json`
/// prints.
struct JSONRecords {
  private var columns: [String] = []
  private var indices: [String: Int] = [:]
  private var records: [ImportData.Record] = []

  /// The records of one JSON value.
  static func read(_ bytes: ContiguousArray<UInt8>) throws(ImportFailure) -> ImportData {
    let value = try parse(bytes, firstLine: 1)
    if let tables = value["tables"]?.array {
      guard tables.count == 1 else {
        throw ImportFailure(
          "the data has \(counted(tables.count, "table")): export one with “export --table N”")
      }
      return try table(tables[0])
    }
    guard let items = value.array else {
      throw ImportFailure("the data must be an array of objects, or what “export --to json” prints")
    }
    var reader = JSONRecords()
    for (index, item) in items.enumerated() { try reader.add(item, .record(index + 1)) }
    return reader.data
  }

  /// The records of a text with one JSON object per line; blank lines are skipped.
  static func read(lines bytes: ContiguousArray<UInt8>) throws(ImportFailure) -> ImportData {
    var reader = JSONRecords()
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .enumerated()
    {
      let place = ImportPlace.line(index + 1)
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      try reader.add(parse(ContiguousArray(line), firstLine: index + 1), place)
    }
    return reader.data
  }

  private static func parse(
    _ bytes: ContiguousArray<UInt8>, firstLine: Int
  ) throws(ImportFailure) -> JSONValue {
    do throws(JSONError) { return try JSONReader.parseStrictly(bytes) } catch {
      throw ImportFailure(
        at: ImportPlace(ofByte: error.byteOffset, in: bytes, firstLine: firstLine),
        "not valid JSON: \(error.message)")
    }
  }

  private var data: ImportData {
    // Earlier records lack the members that appeared later.
    let all = records.map { record in
      let missing = [ImportData.Value?](repeating: nil, count: columns.count - record.values.count)
      return ImportData.Record(place: record.place, values: record.values + missing)
    }
    return ImportData(columns: columns, records: all)
  }

  private mutating func add(_ value: JSONValue, _ place: ImportPlace) throws(ImportFailure) {
    guard let members = value.object else {
      throw ImportFailure(at: place, "a record must be a JSON object")
    }
    var values = [ImportData.Value?](repeating: nil, count: columns.count)
    for member in members {
      let value = try Self.cellValue(member.value, member.key, place)
      if let index = indices[member.key] {
        values[index] = value
      } else {
        indices[member.key] = columns.count
        columns.append(member.key)
        values.append(value)
      }
    }
    records.append(ImportData.Record(place: place, values: values))
  }

  /// A value for a cell; nil for null.
  private static func cellValue(
    _ value: JSONValue, _ name: String, _ place: ImportPlace
  ) throws(ImportFailure) -> ImportData.Value? {
    switch value.kind {
    case .null: return nil
    case .bool(let flag): return .text((flag ? "true" : "false").utf8)
    case .number(let number): return .text(number.text.utf8)
    case .string, .text: return .text(value.utf8 ?? [])
    case .array(let items):
      var texts: [[UInt8]] = []
      for item in items { texts += try cellValue(item, name, place)?.items ?? [[]] }
      return ImportData.Value(items: texts)
    case .object:
      throw ImportFailure(at: place, "“\(name)” must not be an object: a cell is a text")
    }
  }

  // MARK: Output of export

  /// A table with its columns and cells.
  private static func table(
    _ value: JSONValue
  ) throws(ImportFailure) -> ImportData {
    guard let columns = value["columns"]?.array?.compactMap(\.string),
      let rows = value["rows"]?.array
    else { throw ImportFailure("a table must have “columns”, an array of strings, and “rows”") }
    var data = ImportData(columns: columns, records: [])
    for (index, row) in rows.enumerated() {
      let place = ImportPlace.record(index + 1)
      guard let cells = row["cells"]?.array else {
        throw ImportFailure(at: place, "a row must have “cells”")
      }
      var values: [ImportData.Value?] = []
      for cell in cells { values.append(try cellValue(cell, "cells", place) ?? .text([])) }
      data.records.append(ImportData.Record(place: place, values: values))
    }
    return data
  }
}
