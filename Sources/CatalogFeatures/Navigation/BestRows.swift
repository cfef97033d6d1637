/// The rows that answer best, the first of the text among those that answer alike.
struct BestRows {
  private let countMax: Int
  private var linesByRank: [[Int]] = []

  init(countMax: Int) { self.countMax = countMax }

  /// Adds a row; ranks are small, less is better, and rows come in the order of the text.
  mutating func add(_ line: Int, rank: Int) {
    while linesByRank.count <= rank { linesByRank.append([]) }
    if linesByRank[rank].count < countMax { linesByRank[rank].append(line) }
  }

  /// The best, in order.
  var rows: [(line: Int, rank: Int)] {
    let all = linesByRank.enumerated().flatMap { rank, lines in lines.map { (line: $0, rank: rank) }
    }
    return Array(all.prefix(countMax))
  }
}
