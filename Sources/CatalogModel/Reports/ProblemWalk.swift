import LineStore

/// A walk through all problems of a catalog, in order: those of rows and those of tables.
struct ProblemWalk {
  private let catalog: Catalog

  /// Blocks whose problems one task finds.
  private static let blockCountOfPiece = 4
  /// Tasks that run at once, and whose problems are kept in memory.
  private static let pieceCountOfWindow = 32

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// Calls `body` with each problem, by line, column and code; all cores look for them.
  func run<Failure: Error>(_ body: (Problem) throws(Failure) -> Void) throws(Failure) {
    var ofTables = problems(of: catalog.tables[...]).sorted(by: Problem.comesFirst)[...]
    // A problem may be reported on the line above its own, so the last ones are held back.
    var held: [Problem] = []
    let isSmall = catalog.metadata.count < AllCores.blockCountMin
    let pieces = AllCores.pieces(
      of: catalog.metadata.indices,
      size: isSmall ? AllCores.blockCountMin : Self.blockCountOfPiece)
    try AllCores.forEach(
      pieces, ahead: Self.pieceCountOfWindow, { problems(ofBlocks: $0) }
    ) { (piece, problems) throws(Failure) in
      let end = catalog.text.firstLine(ofBlock: piece.upperBound) - 1
      let tables = ofTables.prefix { $0.range.lowerBound.line < end }
      ofTables = ofTables.dropFirst(tables.count)
      let found =
        held.isEmpty && tables.isEmpty
        ? problems : (held + tables + problems).sorted(by: Problem.comesFirst)
      held = []
      for problem in found {
        if problem.range.lowerBound.line < end { try body(problem) } else { held.append(problem) }
      }
    }
    for problem in (held + ofTables).sorted(by: Problem.comesFirst) { try body(problem) }
  }

  /// The problems of some blocks' rows, in order.
  private func problems(ofBlocks blocks: Range<Int>) -> [Problem] {
    let finder = RowProblemFinder(catalog, depth: .full)
    var first = catalog.text.firstLine(ofBlock: blocks.lowerBound)
    var problems: [Problem] = []
    for block in blocks {
      let end = first + catalog.metadata[block].lines.count
      for row in finder.rows(ofBlock: block, first: first, lines: first..<end) {
        for group in row.groups { group.append(to: &problems, atLine: row.line) }
      }
      first = end
    }
    return problems.sorted(by: Problem.comesFirst)
  }

  private func problems(of tables: Slice<TableList>) -> [Problem] {
    let skipped = catalog.skippedTableIDs
    return tables.filter { !skipped.contains($0.id) }.flatMap { catalog.problems(of: $0, .full) }
  }

  /// The problems whose place touches some lines, up to a number for each rule and cell.
  func problems(ofLines lines: Range<Int>) -> [Problem] {
    // A broken table is reported on the line above its delimiter row.
    let wanted = (lines.lowerBound..<lines.upperBound + 1)
      .clamped(to: 0..<catalog.text.lineCount)
    guard !wanted.isEmpty else { return [] }
    let finder = RowProblemFinder(
      catalog, depth: .full, countMax: ProblemSink.editorCountMax)
    var found = problems(of: catalog.tables(near: lines))
    var block = catalog.text.block(ofLine: wanted.lowerBound).block
    var first = catalog.text.firstLine(ofBlock: block)
    while block < catalog.metadata.count, first < wanted.upperBound {
      let end = first + catalog.metadata[block].lines.count
      let lines = wanted.clamped(to: first..<end)
      found += finder.rows(ofBlock: block, first: first, lines: lines).flatMap(\.problems)
      first = end
      block += 1
    }
    return found.filter {
      $0.range.lowerBound.line < lines.upperBound && $0.range.upperBound.line >= lines.lowerBound
    }.sorted(by: Problem.comesFirst)
  }
}
