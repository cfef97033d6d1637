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
    /// What the headers suggest, and the delimiter row's shape.
    var candidate: TablePlan
    var delimiter: DelimiterShape
  }

  let old: Catalog
  let text: LineText
  let region: Region
  let rebuilt: Set<Int>
  let schemas: [Schema]
  private(set) var matches: [Match] = []
  /// The old tables that have a line in the region.
  private(set) var touched: [CatalogTable] = []

  init(old: Catalog, text: LineText, region: Region, rebuilt: Set<Int>, schemas: [Schema]) {
    self.old = old
    self.text = text
    self.region = region
    self.rebuilt = rebuilt
    self.schemas = schemas
    touched = old.tables.filter { region.touches($0) }
  }

  /// The old tables that are no more.
  var lost: [CatalogTable] {
    let kept = Set(matches.compactMap { $0.old?.id })
    return touched.filter { !kept.contains($0.id) }
  }

  /// Finds each span's table.
  mutating func match(_ spans: [TableSpan]) {
    matches = spans.map { span in
      let candidate = TablePlan(headers: headers(span), schemas: schemas)
      let delimiter = text.withLine(span.headerLine + 1) { bytes, _ in
        DelimiterShape(bytes, from: span.delimiterOffset)
      }
      var match = Match(span: span, old: nil, candidate: candidate, delimiter: delimiter)
      match.old = touched.first { isSame($0, match) && !rebuilt.contains($0.id) }
      if let old = match.old {
        match.candidate = keepsTitles(old, candidate) ? old.candidate : candidate
      }
      return match
    }
  }

  private func isSame(_ table: CatalogTable, _ match: Match) -> Bool {
    region.newLine(table.headerLine) == match.span.headerLine
      && region.newLine(table.delimiterLine) == match.span.headerLine + 1
      && table.headerOffset == match.span.headerOffset
      && table.delimiterOffset == match.span.delimiterOffset
      && table.delimiter == match.delimiter
      && keepsTitles(table, match.candidate)
  }

  /// Messages name headers, so a table whose headers read otherwise is another table.
  private func keepsTitles(_ table: CatalogTable, _ candidate: TablePlan) -> Bool {
    table.candidate.columns.map(\.header) == candidate.columns.map(\.header)
  }

  private func headers(_ span: TableSpan) -> [String] {
    text.withLine(span.headerLine) { bytes, _ in
      Row(bytes, from: span.headerOffset).values.map { PlainText.string(bytes, $0) }
    }
  }

  /// Lines of the new text that the region must hold as well, because a table that begins or ends
  /// outside it is new or gone.
  func linesToCover(_ region: Region) -> Range<Int>? {
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
