import LineStore

/// The lines of tables that were hardly meant as rows.
extension Catalog {
  /// The first such line among some.
  ///
  /// - Complexity: O(1) where the text has none, else O(blocks + lines of blocks that have some)
  func firstTextLine(in lines: Range<Int>) -> Int? {
    if totals.textRows == 0 || lines.isEmpty { return nil }
    var block = text.block(ofLine: lines.lowerBound).block
    var first = text.firstLine(ofBlock: block)
    while block < metadata.count, first < lines.upperBound {
      if metadata[block].counts.textRows > 0 {
        for (index, line) in metadata[block].lines.enumerated()
        where line.isText && lines.contains(first + index) {
          return first + index
        }
      }
      first += metadata[block].lines.count
      block += 1
    }
    return nil
  }

  /// The line before which new rows may be put at a table's end: one that ends in text may have
  /// templates of rows between its lines of text.
  package func endOfRows(of table: CatalogTable) -> Int {
    guard lineMetadata(table.endLine - 1).isText else { return table.endLine }
    return firstTextLine(in: table.bodyLines) ?? table.endLine
  }
}
