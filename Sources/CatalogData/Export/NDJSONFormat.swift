import JSONText

extension ExportFormat {
  /// One table's records as JSON objects, one per line.
  static let ndjson = ExportFormat(name: "ndjson", options: [.splitLinks]) { source in
    Document { send in
      let records = source.records[0]
      let names = records.columns.map(\.name)
      var writer = JSONWriter()
      records.forEachRecord { _, line, fields in
        writer.writeRecord(names, line, fields)
        writer.literal("\n")
        writer.drain(to: send)
      }
      writer.drain(atOnce: true, to: send)
    }
  }
}
