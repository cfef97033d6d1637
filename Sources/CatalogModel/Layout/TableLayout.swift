import CatalogSchema
import TableSyntax

/// Chooses the layout of a table from what its rows add up to (contract: formatting styles).
struct TableLayout {
  /// Cells of a column that may be longer than it before the list lives with longer rows.
  private static let wideningCellCountMax = 2

  let tally: LayoutTally
  let shape: TableShape
  /// The header's forms.
  let header: RowForms
  /// The line of the delimiter row, and where its content starts.
  let delimiterLine: [UInt8]
  let delimiterOffset: Int

  /// Body rows.
  private var bodyRowCount: Int { tally.rowCount - 1 }

  /// Whether the header stays as it is in the table's own style.
  private var headerStays: Bool { header == .kept || header.contains(.isKeptInOwnStyle) }

  /// Number of body rows that follow some forms.
  private func bodyRowCount(of forms: RowForms) -> Int {
    tally.rowCount(of: forms) - (header.isSuperset(of: forms) ? 1 : 0)
  }

  /// The layout that a style gives the table.
  ///
  /// - Complexity: O(columns)
  func layout(_ style: TableStyle) -> RowLayout {
    switch style {
    case .auto: own
    case .aligned: full(.aligned)
    case .compact: full(.compact)
    case .tight: full(.tight)
    }
  }

  /// Whether every line has a layout already.
  ///
  /// - Complexity: O(columns)
  func isFollowed(_ layout: RowLayout) -> Bool { deviatingRowCount(from: layout) == 0 }

  /// The number of body rows that a layout would change, if they may be wrapped records, of which
  /// some piece lacks an outer pipe, and nothing else is to change; else nil.
  ///
  /// - Complexity: O(columns)
  func deviatingRowCount(from layout: RowLayout) -> Int? {
    if layout.isOwn, bodyRowCount == 0 { return 0 }
    guard areRowsComparable(layout) else { return nil }
    let forms = forms(of: layout)
    let count = tally.deviatingRowCount(from: forms)
    guard count == 0 || tally.deviatingPieceCount(from: forms) > 0,
      isDelimiterRowFollowed(layout)
    else { return nil }
    return count
  }

  /// Whether the forms of the rows say that they follow a layout; they compare rows with the header
  /// and the delimiter row, which may change themselves.
  func areRowsComparable(_ layout: RowLayout) -> Bool {
    if layout.padding != .aligned { return true }
    if !layout.isOwn { return isDelimiterRowFollowed(layout) }
    return layout.outerPipes == shape.headerPipes
      && layout.columnWidths == shape.places(by: layout.measure).widths
  }

  private func isDelimiterRowFollowed(_ layout: RowLayout) -> Bool {
    var out = ContiguousArray<UInt8>()
    layout.writeDelimiterRow(delimiterLine.span, from: delimiterOffset, to: &out)
    return out.span.equals(delimiterLine)
  }

  /// The forms of a row that follows a layout.
  func forms(of layout: RowLayout) -> RowForms {
    if layout.isOwn {
      let pipes = pipes(layout.outerPipes)
      switch layout.padding {
      case .tight: return pipes.union(.tight)
      case .compact: return pipes.union(.compact)
      case .aligned: return pipes.union(.aligned(by: layout.measure))
      }
    }
    switch layout.padding {
    case .tight: return [.bothPipes, .tight, .exactlyTight]
    case .compact: return [.bothPipes, .compact, .exactlyCompact]
    case .aligned: return .markerWidths
    }
  }

  // MARK: A named style

  private func full(_ padding: RowLayout.Padding) -> RowLayout {
    let widths = tally.columns.map { max(3, $0.longest(by: .width)) + 2 }
    return RowLayout(
      padding: padding, outerPipes: .both, alignments: shape.alignments,
      columnWidths: padding == .aligned ? widths : [], margin: padding == .tight ? 0 : 1)
  }

  // MARK: The table's own style

  private var own: RowLayout {
    let hasTablePipes = bodyRowCount(of: .tablePipes) * 3 >= bodyRowCount * 2
    let pipes = hasTablePipes ? shape.outerPipes : .both
    let aligned = measures(pipes).map { alignedLayout(by: $0, pipes) }
    if let layout = aligned.first(where: isFollowed) ?? aligned.first { return layout }
    return RowLayout(
      padding: isTight ? .tight : .compact, outerPipes: pipes, alignments: shape.alignments,
      margin: isTight ? 0 : 1, isOwn: true)
  }

  /// The measures by which the table is aligned: some cell has more padding than a space, in a row
  /// that keeps its place.
  private func measures(_ pipes: OuterPipes) -> [TextMeasure] {
    if headerStays || pipes.leading != shape.headerPipes.leading { return [] }
    // Rows that all get a last pipe have no place yet.
    let isPlaceKnown = pipes == shape.headerPipes
    if bodyRowCount < 2, header.contains(.padded), isPlaceKnown {
      let isByWidth =
        bodyRowCount(of: .inPlaceByWidth) >= bodyRowCount(of: .inPlaceByCharacters)
      return isByWidth ? [.width, .characters] : [.characters, .width]
    }
    return [.width, .characters].filter {
      let inPlace = RowForms.inPlace(by: $0).union(isPlaceKnown ? [] : .bothPipes)
      let padded = inPlace.union([.padded, .aligned(by: $0)]).union(self.pipes(pipes))
      return bodyRowCount(of: inPlace) * 2 > bodyRowCount && tally.rowCount(of: padded) > 0
    }
  }

  /// The form of a row with some outer pipes.
  private func pipes(_ pipes: OuterPipes) -> RowForms {
    pipes == shape.outerPipes ? .tablePipes : .bothPipes
  }

  private var isTight: Bool {
    if bodyRowCount < 2, !headerStays { return header.contains(.mostlyTight) }
    return tally.filledCellCount > 0 && tally.tightCellCount * 3 >= tally.filledCellCount * 2
  }

  private func alignedLayout(by measure: TextMeasure, _ pipes: OuterPipes) -> RowLayout {
    let isLeft = tally.rowCount(of: .leftOfAlignment) > tally.rowCount(of: .atAlignment)
    let widths = shape.places(by: measure).widths.enumerated().map { column, width in
      column < tally.columns.count
        ? columnWidth(column, from: width, by: measure, pipes) : width
    }
    return RowLayout(
      padding: .aligned, outerPipes: pipes, alignments: isLeft ? [] : shape.alignments,
      columnWidths: widths, margin: shape.margin, measure: measure, isOwn: true,
      prefix: shape.prefix)
  }

  /// The width of a column: the header's, or more for one or two longer cells, or for all where
  /// no pipe closes it in the header and one should.
  private func columnWidth(
    _ column: Int, from width: Int, by measure: TextMeasure, _ pipes: OuterPipes
  ) -> Int {
    let cells = tally.columns[column]
    let isWidened =
      width < 0
      ? pipes.trailing
      : (1...Self.wideningCellCountMax).contains(cells.outgrowingCount(by: measure))
    if !isWidened { return width }
    let hasLeftPipe = column > 0 || pipes.leading
    return max(
      width, cells.longest(by: measure) + (hasLeftPipe ? shape.margin : 0) + shape.margin)
  }
}
