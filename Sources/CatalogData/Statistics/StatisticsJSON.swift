import JSONText

/// Statistics of a text's tables as JSON.
///
/// ```
/// {"file", "tables": [{"line", "lines": […], "schema", "rows",
///   "columns": [{"header", "filled", "numbers": {"count", "minimum", "median", "maximum"},
///     "vocabulary", "values": [{"value", "rows"}], "others": …}],
///   "pairs": [{"columns": […], "values": [{"values": […], "rows"}]}]}]}
/// ```
package enum StatisticsJSON {
  /// Writes the statistics of the tables of one text.
  package static func write(_ tables: [TableStatistics], file: String, to send: ByteSink) {
    var writer = JSONWriter()
    writer.object {
      $0.member("file", file)
      $0.array("tables", of: tables) { $0.write($1) }
    }
    writer.literal("\n")
    writer.drain(atOnce: true, to: send)
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ table: TableStatistics) {
    object {
      $0.member("line", (table.headerLines.first ?? 0) + 1)
      $0.array("lines", of: table.headerLines) { $0.int($1 + 1) }
      $0.key("schema")
      if let schema = table.schema { $0.string(schema) } else { $0.null() }
      $0.member("rows", table.rowCount)
      $0.array("columns", of: table.columns) { $0.write($1) }
      $0.array("pairs", of: table.pairs) { $0.write($1, table) }
    }
  }

  private mutating func write(_ column: TableStatistics.ColumnStatistics) {
    object {
      $0.member("header", column.header)
      $0.member("filled", column.filledRowCount)
      if let numbers = column.numbers { $0.write(numbers) }
      guard let vocabulary = column.vocabulary else { return }
      $0.member("vocabulary", vocabulary)
      $0.array("values", of: column.terms) { $0.write($1) }
      $0.array("others", of: column.others) { $0.write($1) }
    }
  }

  private mutating func write(_ numbers: NumberSummary) {
    object("numbers") {
      $0.member("count", numbers.count)
      let all = [
        ("minimum", numbers.minimum), ("median", numbers.median), ("maximum", numbers.maximum),
      ]
      for (name, number) in all {
        $0.key(name)
        $0.raw(Array(NumberSummary.text(number).utf8))
      }
    }
  }

  private mutating func write(_ count: TableStatistics.ValueCount) {
    object {
      $0.member("value", count.value)
      $0.member("rows", count.rowCount)
    }
  }

  private mutating func write(_ pair: TableStatistics.PairStatistics, _ table: TableStatistics) {
    object {
      $0.strings("columns", [pair.first, pair.second].map { table.columns[$0].header })
      $0.array("values", of: pair.pairs) { writer, pair in
        writer.object {
          $0.strings("values", [pair.first, pair.second])
          $0.member("rows", pair.rowCount)
        }
      }
    }
  }
}
