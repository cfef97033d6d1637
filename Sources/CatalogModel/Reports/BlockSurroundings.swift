import LineStore

extension BlockSurroundings {
  /// Lines before and after a block that its problems may depend on.
  private static let lineCountBefore = 64
  private static let lineCountAfter = RowLikeLines.countMax + 16

  /// The surroundings of a block that begins at line `first`; empty where its problems depend on
  /// its own lines alone.
  ///
  /// - Complexity: O(blocks around)
  init(of block: Int, first: Int, in catalog: Catalog) {
    self.init()
    guard Self.matter(to: block, in: catalog) else { return }
    let end = first + catalog.metadata[block].lines.count
    let firstBlock = catalog.text.block(ofLine: max(0, first - Self.lineCountBefore)).block
    let lastBlock = catalog.text.block(
      ofLine: min(catalog.text.lineCount - 1, end + Self.lineCountAfter)
    ).block
    versions = (firstBlock...max(firstBlock, lastBlock)).map { catalog.metadata[$0].version }
    // Lines after a table are compared with its header.
    if let table = catalog.tables.last(withDelimiterRowBefore: first) {
      let block = catalog.text.block(ofLine: table.headerLine).block
      versions.append(catalog.metadata[block].version)
    }
  }

  /// Whether a block has lines that are read together with others: rows that are not rendered,
  /// pieces of records, and texts in brackets.
  private static func matter(to block: Int, in catalog: Catalog) -> Bool {
    let counts = catalog.metadata[block].counts
    return counts.mismatches + counts.rowLikes + counts.dashes + counts.labelLinks > 0
      || WrappedRecordSearch.mayFind(block, catalog)
  }
}
