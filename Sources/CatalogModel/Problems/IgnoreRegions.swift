import LineStore

/// The tables between `mdcatalog-ignore-start` and `-end`, where no rule speaks.
enum IgnoreRegions {
  static func tables(of catalog: Catalog) -> Set<Int> {
    var ignored: Set<Int> = []
    if catalog.totals.ignoreMarks == 0 { return ignored }
    var start: Int?
    var first = 0
    for facts in catalog.facts {
      if facts.counts.ignoreMarks > 0 {
        for (index, line) in facts.lines.enumerated() {
          if line.role == .ignoreStart, start == nil { start = first + index }
          if line.role == .ignoreEnd, let from = start {
            ignored.formUnion(tables(of: catalog, in: from..<first + index))
            start = nil
          }
        }
      }
      first += facts.lines.count
    }
    if let start { ignored.formUnion(tables(of: catalog, in: start..<catalog.text.lineCount)) }
    return ignored
  }

  private static func tables(of catalog: Catalog, in lines: Range<Int>) -> [Int] {
    catalog.tables.filter { lines.contains($0.headerLine) }.map(\.id)
  }
}
