import CatalogSchema
import TableSyntax

/// The surplus cells of a long row.
enum SurplusFit: Equatable {
  /// Those after the last column, as far as the values tell.
  case behindLast
  /// These: without them all values fit their columns. There is no other way, or none that loses
  /// nothing.
  case clear(cells: [Int])
  /// Several ways fit.
  case unclear

  /// Surplus cells beyond which those after the last column count as the surplus.
  private static let surplusCountMax = 8

  /// Fits a row that has more cells than columns.
  static func fit(_ line: Span<UInt8>, _ row: Row, _ plan: TablePlan) -> SurplusFit {
    let columns = plan.columns
    // Removing empty cells loses nothing, whatever the others are.
    if row.cells[columns.count...].allSatisfy({ $0.value.isEmpty }) { return .behindLast }
    let isInPlace = columns.indices.allSatisfy {
      columns[$0].accepts(line, row.cells[$0].value)
    }
    guard !isInPlace, row.cellCount * columns.count <= ColumnFit.comparisonCountMax,
      row.cellCount - columns.count <= surplusCountMax
    else { return .behindLast }
    var alignment = CellAlignment(line, row.cells.map { $0.value }, plan)
    if alignment.wayCount == 0 { return fitAfterSwaps(line, row, plan) }
    if let cells = alignment.onlySurplusCells { return .clear(cells: cells) }
    alignment.keepUniqueCells()
    return alignment.onlySurplusCells.map { .clear(cells: $0) } ?? .unclear
  }
}

extension SurplusFit {
  /// Fits a row in which some of the first cells are swapped as well.
  private static func fitAfterSwaps(
    _ line: Span<UInt8>, _ row: Row, _ plan: TablePlan
  ) -> SurplusFit {
    let cells = plan.columns.indices.map { index in
      var cell = CellView(line, row.cells[index], index: index, column: index, plan)
      cell.readItems(line, plan)
      return cell
    }
    let contents = SwappedValues(cells, plan, line).contents
    guard let last = contents.indices.last(where: { contents[$0] != $0 }) else {
      return .behindLast
    }
    var values = row.cells.map { $0.value }
    for (place, content) in contents.enumerated() { values[place] = row.cells[content].value }
    // The swapped cells must be in their columns without the surplus, too.
    guard let surplus = CellAlignment(line, values, plan).onlySurplusCells,
      surplus.allSatisfy({ $0 > last })
    else { return .behindLast }
    return .clear(cells: surplus)
  }
}

extension CellAlignment {
  /// The alignment of a long row whose cells have some values.
  fileprivate init(_ line: Span<UInt8>, _ values: [Range<Int>], _ plan: TablePlan) {
    var numbers: [[UInt8]: Int] = [[]: 0]
    let texts = values.map { value in
      let text = CleanValue.text(line, value)
      let number = numbers[text] ?? numbers.count
      numbers[text] = number
      return number
    }
    self.init(texts: texts, columnCount: plan.columns.count) {
      plan.columns[$1].accepts(line, values[$0])
    }
  }
}
