import CatalogFeatures
import CatalogModel
import JSONText

/// A table's records as JSON objects, one on each line.
enum NDJSONExport {
  /// Writes a table.
  static func write(_ records: RecordTable, _ out: BufferedOutput) {
    let names = records.columns.map(\.name)
    var writer = JSONWriter()
    records.forEachRecord { _, line, fields in
      writer.writeRecord(names, line, fields)
      writer.literal("\n")
      writer.drain(into: out)
    }
    writer.drain(into: out, atOnce: true)
  }
}

extension JSONWriter {
  /// A record as an object.
  mutating func writeRecord(_ names: [String], _ line: Span<UInt8>, _ fields: [Range<Int>]) {
    beginObject()
    for (name, field) in zip(names, fields) {
      key(name)
      string(line.string(field))
    }
    endObject()
  }
}
