import CatalogModel

/// The rows of a table by name.
struct ExistingRows {
  /// Each body row's name.
  private(set) var names: [SortName] = []
  private var indices: [UInt64: [Int]] = [:]
  private let firstLine: Int

  init(
    of table: CatalogTable, in catalog: Catalog, _ references: ReferenceLinks, keyColumn: Int
  ) {
    firstLine = table.bodyLines.lowerBound
    names.reserveCapacity(table.rowCount)
    catalog.forEachRow(of: table) { _, bytes, row in
      let name = KeyCell(row, bytes, column: keyColumn, references).name
      indices[Fingerprint.ofName(name), default: []].append(names.count)
      names.append(name)
    }
  }

  /// The indices of the rows with a key, in order.
  func indices(ofKey key: UInt64) -> [Int] { indices[key] ?? [] }

  /// Their line numbers, for people.
  func lineNumbers(ofKey key: UInt64) -> String {
    indices(ofKey: key).map { String($0 + firstLine + 1) }.joined(separator: ", ")
  }
}

/// Pairs each record with its row.
///
/// N records of one name are paired in order with N rows of that name, or all become new rows, so a
/// table with a repeated name can be re-imported. Anything else is a problem, and so is a record
/// without a name unless the table has no rows.
struct RowPairing {
  /// The row's index for each record, nil for a new row.
  private(set) var rows: [Int?] = []
  /// Problems.
  private(set) var problems: [ImportProblem] = []
  /// Notes on names that new rows share.
  private(set) var notes: [ImportProblem] = []

  private let existing: ExistingRows
  private let keyTitle: String

  /// Pairs records with rows.
  ///
  /// - Parameter keyTitle: the key column's name for messages
  /// - Complexity: O(records + rows)
  init(_ requests: [RowRequest], _ existing: ExistingRows, keyTitle: String) {
    self.existing = existing
    self.keyTitle = keyTitle
    let recordCounts = requests.reduce(into: [:]) { $0[$1.key, default: 0] += 1 }
    var met: [UInt64: (count: Int, last: RowRequest)] = [:]
    for request in requests {
      let found = existing.indices(ofKey: request.key)
      let earlier = met[request.key]
      let index = earlier?.count ?? 0
      met[request.key] = (index + 1, request)
      if found.count == recordCounts[request.key] {
        rows.append(found[index])
      } else {
        rows.append(nil)
        judge(request, foundCount: found.count, after: earlier?.last)
      }
    }
  }

  /// Adds a problem or note about a record without a row.
  private mutating func judge(
    _ request: RowRequest, foundCount: Int, after earlier: RowRequest?
  ) {
    if request.key == 0 {
      let name = String(decoding: request.keyText, as: UTF8.self)
      let message =
        name.isEmpty
        ? "\(keyTitle), the key, must not be empty"
        : "\(keyTitle), the key, must be a name, not “\(name)”"
      add(request, message, isProblem: !existing.names.isEmpty)
    } else if foundCount > 1 {
      let lines = existing.lineNumbers(ofKey: request.key)
      add(request, "the name is ambiguous: rows on lines \(lines) have it", isProblem: true)
    } else if let earlier {
      let message = "\(keyTitle) repeats the name of \(earlier.place.text)"
      add(request, message, isProblem: foundCount > 0)
    }
  }

  private mutating func add(_ request: RowRequest, _ message: String, isProblem: Bool) {
    let said = ImportProblem(at: request.place, message)
    if isProblem { problems.append(said) } else { notes.append(said) }
  }
}
