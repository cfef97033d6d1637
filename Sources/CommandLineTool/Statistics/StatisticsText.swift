import CatalogData
import System

/// Statistics of a text's tables for people: numbers with bars.
struct StatisticsText {
  /// Characters of the longest bar.
  private static let barWidthMax = 24
  /// The most unknown values and pairs shown.
  private static let countMax = 10
  /// The most characters of padding before numbers.
  private static let labelWidthMax = 40

  private let out: BufferedOutput

  /// Writes the statistics of the tables of one text.
  static func write(_ tables: [TableStatistics], file: String, to out: BufferedOutput) {
    let text = StatisticsText(out: out)
    for (index, table) in tables.enumerated() {
      if index > 0 { out.write("\n") }
      text.write(table, file)
    }
  }

  private func write(_ table: TableStatistics, _ file: String) {
    let meaning =
      table.schema.map { "schema “\(TerminalText.shown($0))”" }
      ?? (table.isLearned ? "no schema: vocabularies learned from the rows" : "no schema")
    let place = "\(TerminalText.shown(file)):\((table.headerLines.first ?? 0) + 1)"
    let tableCount = table.headerLines.count
    let tables = tableCount > 1 ? " in \(tableCount) tables" : ""
    out.write("\(place): \(counted(table.rowCount, "row"))\(tables), \(meaning)\n")
    writeCompleteness(table)
    writeNumbers(table)
    for column in table.columns where column.vocabulary != nil { write(column) }
    if let pair = table.pairs.first { write(pair, table) }
  }

  private func writeCompleteness(_ table: TableStatistics) {
    let rows = table.columns.enumerated().map { index, column in
      Bar(label: Self.title(column, index), count: column.filledRowCount, of: table.rowCount)
    }
    write("Filled cells", rows, most: table.rowCount)
  }

  private func writeNumbers(_ table: TableStatistics) {
    let columns = table.columns.enumerated().compactMap { index, column in
      column.numbers.map { (TerminalText.shown(Self.title(column, index)), $0) }
    }
    if columns.isEmpty { return }
    out.write("\n  Numbers\n")
    let width = min(Self.labelWidthMax, columns.map(\.0.count).max() ?? 0)
    for (title, numbers) in columns {
      let text = [numbers.minimum, numbers.maximum, numbers.median].map(NumberSummary.text)
      let range = text[0] == text[1] ? text[0] : "\(text[0]) to \(text[1]), median \(text[2])"
      out.write("    \(title.padded(to: width + 2))\(range)\n")
    }
  }

  private func write(_ column: TableStatistics.ColumnStatistics) {
    let most = (column.terms + column.others).map(\.rowCount).max() ?? 0
    write(
      TerminalText.shown(column.header),
      column.terms.map { Bar(label: $0.value, count: $0.rowCount) }, most: most)
    if column.others.isEmpty { return }
    let shown = column.others.prefix(Self.countMax)
    write(
      "\(TerminalText.shown(column.header)): unknown values",
      shown.map { Bar(label: $0.value, count: $0.rowCount) }, most: most)
    writeRest(column.others.count - shown.count)
  }

  private func write(_ pair: TableStatistics.PairStatistics, _ table: TableStatistics) {
    let first = Self.title(table.columns[pair.first], pair.first)
    let second = Self.title(table.columns[pair.second], pair.second)
    let shown = pair.pairs.prefix(Self.countMax)
    write(
      "\(TerminalText.shown(first)) with \(TerminalText.shown(second))",
      shown.map { Bar(label: "\($0.first) + \($0.second)", count: $0.rowCount) },
      most: shown.first?.rowCount ?? 0)
    writeRest(pair.pairs.count - shown.count)
  }

  private static func title(_ column: TableStatistics.ColumnStatistics, _ index: Int) -> String {
    column.header.isEmpty ? "Column \(index + 1)" : column.header
  }

  // MARK: Bars

  private struct Bar {
    var label: String
    var count: Int
    /// The total, for a percentage.
    var of: Int?
  }

  private func write(_ title: String, _ bars: [Bar], most: Int) {
    out.write("\n  \(title)\n")
    let labels = bars.map { TerminalText.shown($0.label) }
    let labelWidth = min(Self.labelWidthMax, labels.map(\.count).max() ?? 0)
    let numberWidth = String(most).count
    for (bar, label) in zip(bars, labels) {
      let number = String(bar.count).rightAligned(to: numberWidth)
      let share = bar.of.map { " \(Self.percent(bar.count, of: $0)) %" } ?? ""
      let graph = Self.bar(bar.count, most: most)
      out.write("    \(label.padded(to: labelWidth + 2))\(number)\(share)  \(graph)\n")
    }
  }

  private func writeRest(_ count: Int) {
    if count > 0 { out.write("    … and \(count) more\n") }
  }

  /// A bar of at least one character.
  private static func bar(_ count: Int, most: Int) -> String {
    if count <= 0 || most <= 0 { return "" }
    return String(repeating: "▇", count: max(1, count * barWidthMax / most))
  }

  /// Rounded down, so that 100 means all.
  private static func percent(_ count: Int, of all: Int) -> String {
    String(all > 0 ? count * 100 / all : 100).rightAligned(to: 3)
  }
}
