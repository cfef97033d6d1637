import CatalogModel
import JSONText

extension JSONWriter {
  /// A record as an object.
  mutating func writeRecord(_ names: [String], _ line: Span<UInt8>, _ fields: [Range<Int>]) {
    beginObject()
    for (name, field) in zip(names, fields) { member(name, line.string(field)) }
    endObject()
  }

  /// A member `data` with all records of a table.
  mutating func writeData(_ names: [String], of records: RecordTable, to send: ByteSink) {
    key("data")
    beginArray()
    records.forEachRecord { _, line, fields in
      writeRecord(names, line, fields)
      drain(to: send)
    }
    endArray()
  }
}
