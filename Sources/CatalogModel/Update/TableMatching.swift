import CatalogSchema
import LineStore
import TableSyntax

/// Which tables of the new text are tables of the old one.
struct TableMatching {
  /// A table of the new text.
  struct Match {
    var span: TableSpan
    /// The table of the old text that it is, nil for a new one.
    var old: CatalogTable?
    /// What the rows of a new one are read by, as the headers suggest.
    var context: TableContext
    var headerKey: HeaderKey
  }

  private let region: Region
  private(set) var matches: [Match] = []
  /// The indices of the old tables that have a line in the region.
  let touchedIndices: Range<Int>
  /// Those tables.
  let touched: [CatalogTable]
  /// The old tables that are gone.
  private(set) var lost: [CatalogTable] = []
  /// The index in `touched` of the table whose header row is now in a line.
  private let touchedByHeaderLine: [Int: Int]
  /// The plans of new tables.
  private(set) var plans = TablePlans()

  init(catalog: Catalog, region: Region) {
    self.region = region
    touchedIndices = region.touched(catalog.tables)
    let touched = touchedIndices.map { catalog.tables[$0] }
    self.touched = touched
    touchedByHeaderLine = Dictionary(
      touched.enumerated().compactMap { index, table in
        region.newLine(table.headerLine).map { ($0, index) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Finds each span's table.
  ///
  /// - Complexity: O(spans + old tables of the region)
  mutating func match(_ spans: [TableSpan], _ catalog: Catalog) {
    matches = []
    for span in spans { matches.append(match(span, catalog)) }
    let kept = Set(matches.compactMap { $0.old?.id })
    lost = touched.filter { !kept.contains($0.id) }
  }

  private mutating func match(_ span: TableSpan, _ catalog: Catalog) -> Match {
    let old = touchedByHeaderLine[span.headerLine].map { touched[$0] }
      .flatMap { isAt($0, span) && keepsKey($0, span, catalog) ? $0 : nil }
    if let old, isUntouched(old, span) {
      return Match(span: span, old: old, context: old.context, headerKey: old.headerKey)
    }
    let headerKey = HeaderKey(headers(span, catalog.text))
    let shape = Self.shape(of: span, catalog.text)
    // Messages name headers, so a rewritten header row must read alike for its rows to stay.
    if let old, old.context.shape == shape, old.headerKey == headerKey {
      return Match(span: span, old: old, context: old.context, headerKey: headerKey)
    }
    let plan = plans.plan(headerKey, span, catalog)
    let context = TableContext(
      plan: plan, shape: shape, isForLayout: catalog.configuration.isForLayout)
    return Match(span: span, old: nil, context: context, headerKey: headerKey)
  }

  /// Whether a table has the place of a span.
  private func isAt(_ table: CatalogTable, _ span: TableSpan) -> Bool {
    region.newLine(table.headerLine) == span.headerLine
      && region.newLine(table.delimiterLine) == span.headerLine + 1
      && table.header == span.header
      && table.delimiterOffset == span.delimiterOffset
      && table.countsMissingCells == span.countsMissingCells
  }

  /// Whether a table has the key column of before: without a schema the first rows decide.
  ///
  /// - Complexity: O(1), O(first rows) where one of them changed
  private func keepsKey(_ table: CatalogTable, _ span: TableSpan, _ catalog: Catalog) -> Bool {
    if table.plan.schema != nil || catalog.configuration.isForLayout { return true }
    let lines = KeyColumn.lines(of: span)
    let former = KeyColumn.lines(of: TableSpan(table, shift: 0))
    let splice = region.splice
    if lines.count == former.count, !lines.overlaps(splice.inserted),
      !former.overlaps(splice.removed)
    {
      return true
    }
    let columnCount = table.plan.columns.count
    return KeyColumn.find(
      in: span, columnCount: columnCount, catalog.text, catalog.configuration.missingValues)
      == table.plan.keyColumn
  }

  /// Whether a table's first two lines are those of before, and need no reading.
  private func isUntouched(_ table: CatalogTable, _ span: TableSpan) -> Bool {
    region.oldLine(span.headerLine) == table.headerLine
      && region.oldLine(span.headerLine + 1) == table.delimiterLine
  }

  private static func shape(of span: TableSpan, _ text: LineText) -> TableShape {
    text.withLine(span.headerLine) { header, _ in
      text.withLine(span.headerLine + 1) { delimiter, _ in
        TableShape(
          header: header, span.header, delimiter: delimiter, from: span.delimiterOffset)
      }
    }
  }

  private func headers(_ span: TableSpan, _ text: LineText) -> [String] {
    text.withLine(span.headerLine) { bytes, _ in
      Row(bytes, from: span.header.contentOffset).cells.map { PlainText.string(bytes, $0.value) }
    }
  }

  /// Lines of the new text that the region must hold as well, since a table that begins or ends
  /// outside it is new or gone.
  var linesToCover: Range<Int>? {
    var cover: Range<Int>?
    func add(_ lines: Range<Int>) {
      if lines.isEmpty || lines.clamped(to: region.new) == lines { return }
      let both = cover ?? lines
      cover = min(both.lowerBound, lines.lowerBound)..<max(both.upperBound, lines.upperBound)
    }
    for match in matches where match.old == nil {
      add(max(0, match.span.headerLine + 1)..<match.span.endLine)
    }
    for table in lost {
      let start =
        table.headerLine < region.old.lowerBound ? table.headerLine + 1 : region.new.lowerBound
      let end =
        table.endLine > region.old.upperBound
        ? table.endLine + region.lineShift : region.new.upperBound
      add(min(start, end)..<max(start, end))
    }
    return cover
  }
}
