import LineStore
import Synchronization

/// The rows of a block that the other rows of their tables make seem wrong.
struct LearnedLines: Sendable {
  /// What was known of all tables when they were looked for.
  private var digest: UInt64
  /// Lines in the block, in order.
  private var lines: [Int32]

  /// The rows of a block; looked for once for as long as tables repeat the same.
  ///
  /// - Complexity: O(bytes of the block) the first time
  static func of(_ block: Int, in catalog: Catalog) -> [Int32] {
    let digest = catalog.guessDigest
    if digest == 0 { return [] }
    let facts = catalog.facts[block]
    if let known = facts.learned.withLock({ $0 }), known.digest == digest { return known.lines }
    let lines = find(block, catalog)
    facts.learned.withLock { $0 = LearnedLines(digest: digest, lines: lines) }
    return lines
  }

  private static func find(_ block: Int, _ catalog: Catalog) -> [Int32] {
    var found: [Int32] = []
    var line = catalog.text.firstLine(ofBlock: block)
    var row = Row()
    var current: TableGuesses?
    catalog.text.forEachLine(ofBlock: block) { index, bytes, _ in
      defer { line += 1 }
      let facts = catalog.facts[block].lines[index]
      guard facts.role == .bodyRow else { return }
      if current?.lines.contains(line) != true {
        current = catalog.table(atLine: line).map { TableGuesses(of: $0, in: catalog) }
      }
      guard let current, current.mayFind else { return }
      row.read(bytes, from: Int(facts.contentOffset))
      var sink = ProblemSink.counting()
      current.check(bytes, row, &sink)
      if sink.problemCount > 0 { found.append(Int32(clamping: index)) }
    }
    return found
  }
}
