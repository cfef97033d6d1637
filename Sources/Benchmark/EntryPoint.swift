/// Measures the model: `mdcatalog-bench [--rows N,N] [--turns N] [--only NAME] [--json]`.
///
/// `--print` writes a catalog of `--rows` rows instead, without damage where `--clean` is given.
@main
enum EntryPoint {
  static func main() {
    let words = Array(CommandLine.arguments.dropFirst())
    let rowCounts = (value("--rows", words) ?? "200,2000,20000,100000").split(separator: ",")
      .compactMap { Int($0) }.filter { $0 > 0 }
    let turnCount = value("--turns", words).flatMap { Int($0) } ?? 200
    if words.contains("--print") {
      var generator = CatalogGenerator(seed: 1, isClean: words.contains("--clean"))
      print(
        String(decoding: generator.catalog(rowCount: rowCounts.first ?? 0), as: UTF8.self),
        terminator: "")
      return
    }
    let only = value("--only", words)
    let names = CatalogBenchmark.names.filter { only == nil || only == $0 }
    var measurements: [Measurement] = []
    for rowCount in rowCounts {
      var benchmark = CatalogBenchmark(rowCount: rowCount, turnCount: max(1, turnCount))
      measurements += names.map { benchmark.measure($0) }
    }
    print(words.contains("--json") ? json(measurements) : table(measurements))
  }

  private static func value(_ option: String, _ words: [String]) -> String? {
    guard let place = words.firstIndex(of: option), place + 1 < words.count else { return nil }
    return words[place + 1]
  }

  private static func table(_ measurements: [Measurement]) -> String {
    let rows = measurements.map { one in
      "| \(one.rowCount) | \(one.name) | \(shown(one.quantile(0.5))) | "
        + "\(shown(one.quantile(0.95))) |"
    }
    let header = [
      "| rows | measure | median µs | 95th percentile µs |", "| --: | --- | --: | --: |",
    ]
    return (header + rows).joined(separator: "\n")
  }

  private static func json(_ measurements: [Measurement]) -> String {
    let items = measurements.map { one in
      "{\"rows\":\(one.rowCount),\"measure\":\"\(one.name)\",\"median\":\(one.quantile(0.5)),"
        + "\"p95\":\(one.quantile(0.95)),\"runs\":\(one.microseconds.count)}"
    }
    return "[" + items.joined(separator: ",") + "]"
  }

  private static func shown(_ number: Double) -> String {
    number >= 100 ? String(Int(number)) : String((number * 10).rounded() / 10)
  }
}
