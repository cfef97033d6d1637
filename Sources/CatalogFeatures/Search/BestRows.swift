import CatalogModel

/// The rows that match a search best; of those that match alike, the first of the text.
struct BestRows {
  /// A row that matches.
  struct Match {
    var line: Int
    /// How well its name matches, less is better.
    var rank: Int
  }

  private let countMax: Int
  private var linesByRank: [[Int]] = []

  /// The best rows of a catalog.
  ///
  /// - Complexity: O(rows)
  static func find(
    _ search: NameSearch, in catalog: Catalog, countMax: Int, except skipped: Int? = nil,
    _ interruption: Interruption
  ) throws(Interrupted) -> [Match] {
    var best = BestRows(countMax: countMax)
    for table in catalog.tables where table.plan.keyColumn != nil {
      for line in table.bodyLines where line != skipped {
        try interruption.check()
        let name = catalog.name(ofLine: line, in: table)
        if let rank = search.rank(of: name) { best.add(line, rank: rank) }
      }
    }
    return best.rows
  }

  private init(countMax: Int) { self.countMax = countMax }

  /// Adds a row; rows come in the order of the text.
  private mutating func add(_ line: Int, rank: Int) {
    while linesByRank.count <= rank { linesByRank.append([]) }
    if linesByRank[rank].count < countMax { linesByRank[rank].append(line) }
  }

  private var rows: [Match] {
    let all = linesByRank.enumerated().flatMap { rank, lines in
      lines.map { Match(line: $0, rank: rank) }
    }
    return Array(all.prefix(countMax))
  }
}
