package import CatalogModel
import CatalogSchema

/// Imports records into a table: updates existing rows and adds new ones.
package struct CatalogImport {
  /// The result of an import.
  package struct Outcome: Sendable {
    /// The new text.
    package var bytes: ContiguousArray<UInt8>
    /// Added rows.
    package var addedRowCount = 0
    /// Changed rows.
    package var changedRowCount = 0
    /// Rows that already hold the data.
    package var unchangedRowCount = 0
    /// Values that are written differently from the data.
    package var notes: [ImportProblem] = []
  }

  private let catalog: Catalog
  private let table: CatalogTable
  private let columnNames: [String]
  private let keyColumn: Int

  /// The new text of a catalog; throws without any change if anything is wrong.
  ///
  /// - Parameter key: the column that identifies rows; nil for the schema's key, else the first
  /// - Complexity: O(bytes of the catalog + records × log rows)
  package static func run(
    _ data: ImportData, into table: CatalogTable, of catalog: Catalog, key: String? = nil
  ) throws(ImportFailure) -> Outcome {
    let importing = try CatalogImport(table, catalog, key: key)
    let matching = try ColumnMatching(data.columns, table, in: catalog)
    guard data.records.isEmpty || matching.parts.contains(.cell(importing.keyColumn)) else {
      let name = importing.columnNames[importing.keyColumn]
      throw ImportFailure("the data needs a column “\(name)”, the key of the table")
    }
    return try importing.run(data, matching)
  }

  /// Whether a table has a column for each column of the data.
  package static func fits(
    _ data: ImportData, _ table: CatalogTable, of catalog: Catalog
  ) -> Bool {
    (try? ColumnMatching(data.columns, table, in: catalog)) != nil
  }

  private init(
    _ table: CatalogTable, _ catalog: Catalog, key: String?
  ) throws(ImportFailure) {
    self.table = table
    self.catalog = catalog
    columnNames = RecordTable.columnNames(of: table, in: catalog)
    guard let key else {
      keyColumn = table.plan.keyColumn ?? 0
      return
    }
    let folded = FoldedText.ofHeader(key)
    let column =
      columnNames.firstIndex(of: key)
      ?? columnNames.firstIndex { FoldedText.ofHeader($0) == folded }
    guard let column else { throw ImportFailure("the table has no column “\(key)”") }
    keyColumn = column
  }

  /// The delimiter of lists, by column.
  private var delimiters: [String] {
    let columns = (catalog.learnedPlan(of: table)?.plan ?? table.plan).columns
    return columnNames.indices.map { index in
      let column = columns.indices.contains(index) ? columns[index].column : nil
      return column?.delimiter ?? RequestReader.usualDelimiter
    }
  }

  private func run(
    _ data: ImportData, _ matching: ColumnMatching
  ) throws(ImportFailure) -> Outcome {
    var reader = RequestReader(
      data.columns, matching, delimiters: delimiters, keyColumn: keyColumn)
    let requests = data.records.compactMap { reader.request($0) }
    let references = ReferenceLinks(of: catalog)
    let rows = ExistingRows(of: table, in: catalog, references, keyColumn: keyColumn)
    let pairing = RowPairing(requests, rows, keyTitle: "“\(columnNames[keyColumn])”")
    let problems = reader.problems + pairing.problems
    if !problems.isEmpty { throw ImportFailure(problems: problems.inOrder) }
    var edits = RowEdits(of: table, in: catalog, references, keyColumn: keyColumn)
    let places = RowPlaces(
      rows.names.prefix(catalog.endOfRows(of: table) - table.bodyLines.lowerBound),
      isSortedBySchema: table.plan.columns[keyColumn].column?.isSorted == true)
    var outcome = Outcome(bytes: [], notes: (data.notes + reader.notes + pairing.notes).inOrder)
    for (request, row) in zip(requests, pairing.rows) {
      guard let row else {
        edits.add(request, before: places.index(for: request.name))
        outcome.addedRowCount += 1
        continue
      }
      let isChanged = edits.update(row, request)
      if isChanged { outcome.changedRowCount += 1 } else { outcome.unchangedRowCount += 1 }
    }
    outcome.bytes = try edits.apply(sortsNewRows: places.areOrdered)
    return outcome
  }
}

extension [ImportProblem] {
  /// In the order of their places.
  fileprivate var inOrder: [ImportProblem] {
    enumerated().sorted {
      ($0.element.place?.number ?? 0, $0.offset) < ($1.element.place?.number ?? 0, $1.offset)
    }.map(\.element)
  }
}
