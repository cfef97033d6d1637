import CatalogFeatures
import JSONText

/// What a text's tables add up to, for programs.
///
/// ```
/// {"file", "tables": [{"line", "schema", "rows",
///   "columns": [{"header", "filled", "vocabulary", "values": [{"value", "rows"}], "others": …}],
///   "pairs": [{"columns": […], "values": [{"values": […], "rows"}]}]}]}
/// ```
struct StatisticsJSON {
  private var writer = JSONWriter()

  /// Writes the statistics of the tables of one text.
  static func write(_ tables: [TableStatistics], file: String, to out: BufferedOutput) {
    var json = StatisticsJSON()
    json.writer.beginObject()
    json.write("file", file)
    json.array("tables", tables) { $0.write($1) }
    json.writer.endObject()
    json.writer.drain(into: out, atOnce: true)
    out.write("\n")
  }

  private mutating func write(_ table: TableStatistics) {
    writer.beginObject()
    write("line", table.headerLine + 1)
    writer.key("schema")
    if let schema = table.schema { writer.string(schema) } else { writer.null() }
    write("rows", table.rowCount)
    array("columns", table.columns) { $0.write($1) }
    array("pairs", table.pairs) { $0.write($1, table) }
    writer.endObject()
  }

  private mutating func write(_ column: TableStatistics.ColumnStatistics) {
    writer.beginObject()
    write("header", column.header)
    write("filled", column.filledRowCount)
    if let vocabulary = column.vocabulary {
      write("vocabulary", vocabulary)
      array("values", column.terms) { $0.write($1) }
      array("others", column.others) { $0.write($1) }
    }
    writer.endObject()
  }

  private mutating func write(_ count: TableStatistics.ValueCount) {
    writer.beginObject()
    write("value", count.value)
    write("rows", count.rowCount)
    writer.endObject()
  }

  private mutating func write(_ pair: TableStatistics.PairStatistics, _ table: TableStatistics) {
    writer.beginObject()
    array("columns", [pair.first, pair.second]) { $0.writer.string(table.columns[$1].header) }
    array("values", pair.pairs) { json, pair in
      json.writer.beginObject()
      json.array("values", [pair.first, pair.second]) { $0.writer.string($1) }
      json.write("rows", pair.rowCount)
      json.writer.endObject()
    }
    writer.endObject()
  }

  private mutating func write(_ key: String, _ text: String) {
    writer.key(key)
    writer.string(text)
  }

  private mutating func write(_ key: String, _ number: Int) {
    writer.key(key)
    writer.int(number)
  }

  private mutating func array<Item>(
    _ key: String, _ items: [Item], _ write: (inout StatisticsJSON, Item) -> Void
  ) {
    writer.key(key)
    writer.beginArray()
    for item in items { write(&self, item) }
    writer.endArray()
  }
}
