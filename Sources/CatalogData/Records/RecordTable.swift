package import CatalogModel
import TableSyntax

/// Tables with the same headers as records: every row has one field per column, as renderers show
/// it.
///
/// Missing cells are empty fields, and cells after the last column are left out (GFM 0.29 §4.10). A
/// field is the cell's trimmed source text with reference links as inline links, so a row can be
/// rebuilt from its record.
package struct RecordTable: Sendable {
  /// A column of the records.
  package struct Column: Sendable, Equatable {
    /// The part of a cell that the column holds.
    package enum Part: Sendable {
      /// The source text.
      case whole
      /// The link text of a cell that is one link, else the source text.
      case linkText
      /// The destination of a cell that is one link, else nothing.
      case linkDestination
    }

    /// The unique name.
    package var name: String
    /// Index of the table's column.
    package var tableColumn: Int
    /// The part of the cell.
    package var part = Part.whole
  }

  /// The columns in order.
  package let columns: [Column]
  /// The first table, whose headers and plan the records have.
  package let table: CatalogTable
  /// The tables, at least one.
  package let tables: [CatalogTable]
  private let catalog: Catalog
  private let references: ReferenceLinks
  private let tableColumnCount: Int

  /// The records of tables with the same headers; `splitsLinks` turns a column of links into two,
  /// of names and of URLs.
  ///
  /// - Complexity: O(columns), O(bytes of the tables) where links are split
  package init(
    _ table: CatalogTable, and others: some Sequence<CatalogTable> = [], in catalog: Catalog,
    _ references: ReferenceLinks, splitsLinks: Bool = false
  ) {
    self.table = table
    tables = [table] + others
    self.catalog = catalog
    self.references = references
    let names = Self.columnNames(of: table, in: catalog)
    tableColumnCount = names.count
    let linked = splitsLinks ? Self.linkColumns(of: tables, in: catalog, references) : []
    var taken = DistinctNames(taken: names, separator: " ")
    columns = names.enumerated().flatMap { index, name -> [Column] in
      if !linked.contains(index) { return [Column(name: name, tableColumn: index)] }
      let url = taken.distinct(Self.urlColumnName(of: name))
      return [
        Column(name: name, tableColumn: index, part: .linkText),
        Column(name: url, tableColumn: index, part: .linkDestination),
      ]
    }
  }

  /// The number of records.
  package var rowCount: Int { tables.reduce(0) { $0 + $1.rowCount } }

  /// Calls `body` with each row's line, a run of bytes and each field's range in it.
  ///
  /// - Complexity: O(bytes of the tables)
  package func forEachRecord(_ body: (Int, Span<UInt8>, [Range<Int>]) -> Void) {
    Self.forEachRow(of: tables, in: catalog, references) { line, bytes, cells in
      body(line, bytes, columns.map { $0.field(of: cells, bytes) })
    }
  }

  /// Calls `body` with the texts of the header's cells, as ranges in a run of bytes.
  package func withHeader(_ body: (Span<UInt8>, [Range<Int>]) -> Void) {
    catalog.withRow(table.headerLine, in: table) { bytes, row in
      references.withTexts(of: row, in: bytes, body)
    }
  }

  /// The lines of rows with more cells than columns.
  ///
  /// - Complexity: O(bytes of the tables)
  package var longRowLines: [Int] {
    tables.flatMap { table in
      table.bodyLines.filter { line in
        catalog.withRow(line, in: table) { _, row in row.cellCount > tableColumnCount }
      }
    }
  }

  /// The lines of rows in which a field has a byte.
  ///
  /// - Complexity: O(bytes of the tables)
  func lines(where isWanted: (UInt8) -> Bool) -> [Int] {
    var lines: [Int] = []
    forEachRecord { line, bytes, fields in
      if fields.contains(where: { $0.contains { isWanted(bytes[$0]) } }) { lines.append(line) }
    }
    return lines
  }

  private static func forEachRow(
    of tables: [CatalogTable], in catalog: Catalog, _ references: ReferenceLinks,
    _ body: (Int, Span<UInt8>, [Range<Int>]) -> Void
  ) {
    for table in tables {
      catalog.forEachRow(of: table) { line, bytes, row in
        references.withTexts(of: row, in: bytes) { body(line, $0, $1) }
      }
    }
  }

  // MARK: Names

  /// A unique name for each column, made from its header.
  package static func columnNames(of table: CatalogTable, in catalog: Catalog) -> [String] {
    distinct(catalog.cellTexts(ofLine: table.headerLine, in: table))
  }

  /// Headers made unique and not empty.
  static func distinct(_ headers: [String]) -> [String] {
    var names = DistinctNames(separator: " ")
    return headers.enumerated().map { index, header in
      names.distinct(header.isEmpty ? "Column \(index + 1)" : header)
    }
  }

  /// The name of the column of URLs that `splitsLinks` adds.
  package static func urlColumnName(of column: String) -> String { column + " URL" }

  // MARK: Links

  /// The columns where at least half of the filled cells are one link.
  private static func linkColumns(
    of tables: [CatalogTable], in catalog: Catalog, _ references: ReferenceLinks
  ) -> Set<Int> {
    var filled: [Int: Int] = [:]
    var linked: [Int: Int] = [:]
    forEachRow(of: tables, in: catalog, references) { _, bytes, cells in
      for (index, text) in cells.enumerated() where !text.isEmpty {
        filled[index, default: 0] += 1
        if WholeLink(bytes, text) != nil { linked[index, default: 0] += 1 }
      }
    }
    return Set(linked.filter { $0.value * 2 >= filled[$0.key, default: 0] }.keys)
  }
}

extension RecordTable.Column {
  /// The field of a row by the texts of its cells.
  fileprivate func field(of cells: [Range<Int>], _ bytes: Span<UInt8>) -> Range<Int> {
    guard tableColumn < cells.count else { return 0..<0 }
    let text = cells[tableColumn]
    switch part {
    case .whole: return text
    case .linkText: return WholeLink(bytes, text)?.text ?? text
    case .linkDestination: return WholeLink(bytes, text)?.destination ?? 0..<0
    }
  }
}

/// A cell that is one link, `[text](destination)`, and can be rebuilt from these two parts.
package struct WholeLink: Sendable {
  /// Between the brackets.
  package let text: Range<Int>
  /// Between the parentheses.
  package let destination: Range<Int>

  /// Reads a cell's text; nil for anything else, such as a link with a title.
  package init?(_ line: Span<UInt8>, _ cell: Range<Int>) {
    guard let first = cell.first, line[first] == UInt8(ascii: "["),
      let link = InlineLinks(in: line, cell).links.first(where: { $0.range == cell }),
      link.destination.lowerBound == link.text.upperBound + 2,
      link.destination.upperBound == cell.upperBound - 1, !link.destination.isEmpty
    else { return nil }
    text = link.text
    destination = link.destination
  }
}
