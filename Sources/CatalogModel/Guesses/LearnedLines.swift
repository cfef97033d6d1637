import LineStore

/// Finds the rows of a block that differ from what the other rows of their tables repeat.
enum LearnedLines {
  /// The rows, as lines in the block; found once for each generation of guesses.
  ///
  /// - Complexity: O(bytes of the block) the first time
  static func of(_ block: Int, in catalog: Catalog) -> [Int32] {
    if !catalog.hasGuesses { return [] }
    let generation = catalog.guesses.generation
    let cache = catalog.metadata[block].cache
    if let known = cache.guessedLines(generation) { return known }
    let lines = find(block, catalog)
    cache.store(guessedLines: lines, generation)
    return lines
  }

  private static func find(_ block: Int, _ catalog: Catalog) -> [Int32] {
    var found: [Int32] = []
    var line = catalog.text.firstLine(ofBlock: block)
    var row = Row()
    var current: TableGuesses?
    let allFacts = catalog.metadata[block].lines
    catalog.text.forEachLine(ofBlock: block) { index, bytes, _ in
      defer { line += 1 }
      let metadata = allFacts[index]
      guard metadata.role == .bodyRow else { return }
      if current?.lines.contains(line) != true {
        current = catalog.table(atLine: line)
          .map { TableGuesses(of: catalog.judged($0), in: catalog) }
      }
      guard let current, current.mayNote else { return }
      row.read(bytes, from: Int(metadata.contentOffset))
      if current.isNotable(bytes, row) { found.append(Int32(clamping: index)) }
    }
    return found
  }
}
