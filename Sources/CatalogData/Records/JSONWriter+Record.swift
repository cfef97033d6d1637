import CatalogModel
import JSONText

extension JSONWriter {
  /// A record as an object.
  mutating func writeRecord(_ names: [String], _ line: Span<UInt8>, _ fields: [Range<Int>]) {
    beginObject()
    for (name, field) in zip(names, fields) { member(name, line.string(field)) }
    endObject()
  }
}
