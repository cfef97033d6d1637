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
    var frame: RowFrame
  }

  private let region: Region
  private let rebuilt: Set<Int>
  private(set) var matches: [Match] = []
  /// The old tables that have a line in the region.
  let touched: [CatalogTable]

  init(catalog: Catalog, region: Region, rebuilt: Set<Int>) {
    self.region = region
    self.rebuilt = rebuilt
    touched = catalog.tables.filter { region.touches($0) }
  }

  /// The old tables that are no more.
  var lost: [CatalogTable] {
    let kept = Set(matches.compactMap { $0.old?.id })
    return touched.filter { !kept.contains($0.id) }
  }

  /// Finds each span's table.
  mutating func match(_ spans: [TableSpan], _ catalog: Catalog) {
    matches = spans.map { span in
      if let old = touched.first(where: { isUntouched($0, span) }) {
        return Match(span: span, old: old, frame: old.frame)
      }
      let candidate = TablePlan(
        headers: headers(span, catalog.text), schemas: catalog.configuration.schemas)
      let delimiter = catalog.text.withLine(span.headerLine + 1) { bytes, _ in
        DelimiterShape(bytes, from: span.delimiterOffset)
      }
      let old = touched.first { isSame($0, span, candidate, delimiter) }
      let frame =
        old?.frame
        ?? RowFrame(
          plan: candidate, candidate: candidate, delimiter: delimiter,
          isForLayout: catalog.configuration.isForLayout)
      return Match(span: span, old: old, frame: frame)
    }
  }

  private func stands(_ table: CatalogTable, _ span: TableSpan) -> Bool {
    !rebuilt.contains(table.id) && region.newLine(table.headerLine) == span.headerLine
      && region.newLine(table.delimiterLine) == span.headerLine + 1
      && table.header == span.header
      && table.delimiterOffset == span.delimiterOffset
      && table.countsMissingCells == span.countsMissingCells
  }

  /// Whether a table's first two lines are those of before: no need to read them again.
  private func isUntouched(_ table: CatalogTable, _ span: TableSpan) -> Bool {
    stands(table, span) && region.oldLine(span.headerLine) == table.headerLine
      && region.oldLine(span.headerLine + 1) == table.delimiterLine
  }

  /// Whether a table whose first lines were written anew is the same for all its rows: messages
  /// name headers, so they must read alike.
  private func isSame(
    _ table: CatalogTable, _ span: TableSpan, _ candidate: TablePlan, _ delimiter: DelimiterShape
  ) -> Bool {
    stands(table, span) && table.frame.delimiter == delimiter
      && table.frame.candidate.columns.map(\.header) == candidate.columns.map(\.header)
  }

  private func headers(_ span: TableSpan, _ text: LineText) -> [String] {
    text.withLine(span.headerLine) { bytes, _ in
      Row(bytes, from: span.header.contentOffset).cells.map { PlainText.string(bytes, $0.value) }
    }
  }

  /// Lines of the new text that the region must hold as well, because a table that begins or ends
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
