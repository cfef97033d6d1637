import CatalogModel

/// The rows of a table by their names.
struct ExistingRows {
  /// Each body row's name.
  private(set) var names: [SortName] = []
  private var indices: [UInt64: [Int]] = [:]
  private let firstLine: Int

  init(of table: CatalogTable, in catalog: Catalog, keyColumn: Int) {
    firstLine = table.bodyLines.lowerBound
    names.reserveCapacity(table.rowCount)
    for line in table.bodyLines {
      let name = catalog.withRow(line, in: table) { bytes, row in
        KeyCell(row, bytes, column: keyColumn).name
      }
      indices[Fingerprint.ofName(name), default: []].append(names.count)
      names.append(name)
    }
  }

  /// The rows of a name, in order.
  func indices(ofKey key: UInt64) -> [Int] { indices[key] ?? [] }

  /// Their lines, for people.
  func lineNumbers(ofKey key: UInt64) -> String {
    indices(ofKey: key).map { String($0 + firstLine + 1) }.joined(separator: ", ")
  }
}

/// Which row each record is for.
///
/// Where several records have one name, they are for as many rows of that name, in order, or for
/// new ones; so a table that has a name twice can be brought in again. All else is a problem, as
/// are records without a name, but in a table without rows.
struct RowPairing {
  /// For each record the row's index, nil for a new row.
  private(set) var rows: [Int?] = []
  /// What is wrong.
  private(set) var problems: [ImportProblem] = []
  /// Names that new rows share.
  private(set) var notes: [ImportProblem] = []

  private let existing: ExistingRows
  private let keyTitle: String

  /// Gives each record its row.
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
        judge(request, foundCount: found.count, behind: earlier?.last)
      }
    }
  }

  /// Notes what is to be said of a record that has not its row.
  private mutating func judge(
    _ request: RowRequest, foundCount: Int, behind earlier: RowRequest?
  ) {
    if request.key == 0 {
      let message = "\(keyTitle), which tells rows apart, is empty"
      add(request, message, isProblem: !existing.names.isEmpty)
    } else if foundCount > 1 {
      let lines = existing.lineNumbers(ofKey: request.key)
      add(request, "several rows of the table have this name: lines \(lines)", isProblem: true)
    } else if let earlier {
      let message = "\(keyTitle) has the name of \(earlier.place.text) again"
      add(request, message, isProblem: foundCount > 0)
    }
  }

  private mutating func add(_ request: RowRequest, _ message: String, isProblem: Bool) {
    let said = ImportProblem(at: request.place, message)
    if isProblem { problems.append(said) } else { notes.append(said) }
  }
}
