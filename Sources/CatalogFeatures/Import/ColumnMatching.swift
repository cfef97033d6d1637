import CatalogModel
import CatalogSchema

/// Which column of a table each column of the data is for.
struct ColumnMatching {
  /// What a column of the data holds.
  enum Part: Equatable {
    /// The cell's source text.
    case cell(Int)
    /// The address for the name in another column of the data.
    case address(Int)
  }

  /// For each column of the data, what it holds.
  let parts: [Part]

  /// Matches by name: as it is, then folded, then by the schema's names for the column, then as the
  /// column of addresses of another.
  init(
    _ headers: [String], _ table: CatalogTable, in catalog: Catalog
  ) throws(ImportFailure) {
    let columns = RecordTable.distinct(headers)
    let names = RecordTable.columnNames(of: table, in: catalog)
    var parts = [Part?](repeating: nil, count: columns.count)
    func isTaken(_ column: Int) -> Bool { parts.contains(.cell(column)) }
    func match(_ isNamed: (_ name: String, _ column: Int) -> Bool) {
      for index in columns.indices where parts[index] == nil {
        let column = names.indices.first { !isTaken($0) && isNamed(columns[index], $0) }
        if let column { parts[index] = .cell(column) }
      }
    }
    match { $0 == names[$1] }
    match { FoldedText.ofHeader($0) == FoldedText.ofHeader(names[$1]) }
    let plan = table.plan
    match { name, column in
      column < plan.columns.count && plan.columns[column].column?.isNamed(name) == true
    }
    for index in columns.indices where parts[index] == nil {
      let column = names.indices.first {
        isTaken($0) && columns[index] == RecordTable.addressName(of: names[$0])
      }
      if let column { parts[index] = .address(column) }
    }
    let unknown = columns.indices.filter { parts[$0] == nil }.map { "“\(columns[$0])”" }
    guard unknown.isEmpty else {
      throw ImportFailure(
        "the table has no column for \(unknown.joined(separator: ", ")); its columns are "
          + names.map { "“\($0)”" }.joined(separator: ", "))
    }
    self.parts = parts.compactMap { $0 }
  }

  /// Whether every column of a table is matched in the table's order.
  func isWhole(columnCount: Int) -> Bool {
    parts == (0..<columnCount).map { .cell($0) }
  }
}
