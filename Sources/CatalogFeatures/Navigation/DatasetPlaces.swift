package import CatalogModel
package import LineStore

/// Where a dataset is defined and mentioned (LSP 3.17 *textDocument/definition*,
/// *textDocument/references*, *textDocument/documentHighlight*).
package struct DatasetPlaces: Sendable {
  /// A dataset's name in the text.
  package struct Place: Sendable, Equatable {
    /// The line.
    package var line: Int
    /// The name, in bytes of the line.
    package var byteColumns: Range<Int>
  }

  /// The name in the dataset's own row.
  package let definition: Place
  private let name: [UInt8]

  /// The dataset whose name is at a place, in its own row or in another row's text; nil for other
  /// places.
  package init?(
    at position: TextPosition, in catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) {
    let position = catalog.text.clamp(position)
    guard let table = catalog.table(atLine: position.line),
      table.bodyLines.contains(position.line)
    else { return nil }
    var line = position.line
    if !catalog.isInKeyCell(position, of: table) {
      let mentions = try catalog.mentions(inLine: line, of: table, interruption)
      guard let mention = mentions.first(where: { $0.range.touches(position.byteColumn) }) else {
        return nil
      }
      line = mention.target
    }
    guard let target = catalog.table(atLine: line), target.plan.keyColumn != nil else { return nil }
    definition = Place(line: line, byteColumns: catalog.nameColumns(ofRow: line, in: target))
    name = catalog.name(ofLine: line, in: target)
  }

  /// The name that a place leads to: of the dataset whose name is there, else of the place's row,
  /// as its card is shown; nil outside rows.
  package static func definition(
    at position: TextPosition, in catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> Place? {
    if let dataset = try DatasetPlaces(at: position, in: catalog, interruption) {
      return dataset.definition
    }
    let line = catalog.text.clamp(position).line
    guard let table = catalog.table(atLine: line), table.bodyLines.contains(line) else {
      return nil
    }
    let name = catalog.nameColumns(ofRow: line, in: table)
    return name.isEmpty ? nil : Place(line: line, byteColumns: name)
  }

  /// Where other rows mention the dataset, in order.
  ///
  /// - Complexity: O(bytes of the blocks that may hold the name)
  package func mentions(
    in catalog: Catalog, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [Place] {
    try catalog.mentions(of: definition.line, named: name, interruption).map {
      Place(line: $0.line, byteColumns: $0.range)
    }
  }
}

extension Catalog {
  /// Whether a place is in the cell of its row's name.
  fileprivate func isInKeyCell(_ position: TextPosition, of table: CatalogTable) -> Bool {
    withRow(position.line, in: table) { bytes, row in
      guard let place = CellPlace(position.byteColumn, bytes, row, table.plan) else { return false }
      return place.column == table.plan.keyColumn
    }
  }
}
