package import TableSyntax

/// A table of the catalog: its lines, what its columns mean, what its rows add up to.
package struct CatalogTable: Sendable {
  /// Stays with the table through edits that leave its header's meaning.
  package let id: Int
  /// 0-based line of the header row; the delimiter row is the next, then the body rows.
  package internal(set) var headerLine: Int
  /// One past the last body row's line.
  package internal(set) var endLine: Int
  /// The header row in its line.
  package let header: HeaderRow
  /// Byte offset where the delimiter row starts in its line.
  package let delimiterOffset: Int
  let context: TableContext
  let headerKey: HeaderKey
  /// Whether the scanner counts the cells that its rows lack: there are too many for cmark-gfm.
  let countsMissingCells: Bool
  var headerForms: RowForms = []
  /// Whether it has the layout of the configuration's style.
  var isFormatted = true
  /// What the rows of the table's pool show of the columns; set for checks of rows.
  var judgedPlan: TablePlan?
  /// In an array of one, so that a table is copied by one retain.
  private var tallies: [TableTally]
  var tally: TableTally {
    get { tallies[0] }
    _modify { yield &tallies[0] }
  }

  init(id: Int, span: TableSpan, context: TableContext, headerKey: HeaderKey) {
    self.id = id
    headerLine = span.headerLine
    endLine = span.endLine
    header = span.header
    delimiterOffset = span.delimiterOffset
    self.context = context
    countsMissingCells = span.countsMissingCells
    self.headerKey = headerKey
    tallies = [TableTally(plan: context.plan)]
  }

  /// Byte offset where the header row starts in its line.
  package var headerOffset: Int { header.contentOffset }
  /// What the columns mean: what the headers say, or for checks of rows what their pool shows.
  package var plan: TablePlan { judgedPlan ?? context.plan }
  /// All lines of the table.
  package var lines: Range<Int> { headerLine..<endLine }
  /// The body rows' lines.
  package var bodyLines: Range<Int> { headerLine + 2..<max(headerLine + 2, endLine) }
  /// The line of the delimiter row.
  package var delimiterLine: Int { headerLine + 1 }
  /// How often the rows use each term.
  package var terms: TermTally { tally.terms }
  /// Number of body rows.
  package var rowCount: Int { tally.rowCount }
}

/// The place of a table, as the block scanner reads it.
struct TableSpan {
  var headerLine: Int
  var endLine: Int
  var header: HeaderRow
  var delimiterOffset: Int
  var countsMissingCells: Bool
}

extension TableSpan {
  /// A known table, moved by a number of lines.
  init(_ table: CatalogTable, shift: Int) {
    headerLine = table.headerLine + shift
    endLine = table.endLine + shift
    header = table.header
    delimiterOffset = table.delimiterOffset
    countsMissingCells = table.countsMissingCells
  }
}

/// What tables add up to.
struct TableTotals: Sendable, Equatable {
  /// Neighbouring rows that are out of order.
  private(set) var inversionCount = 0
  private(set) var unformattedTableCount = 0

  /// Adds (`count` 1) or subtracts (-1) a table.
  mutating func add(_ count: Int, _ table: CatalogTable) {
    inversionCount += count * table.tally.inversionCount
    if !table.isFormatted { unformattedTableCount += count }
  }
}
