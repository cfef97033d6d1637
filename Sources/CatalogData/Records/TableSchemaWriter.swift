import CatalogModel
import CatalogSchema
import JSONText

/// The Table Schema (v2) of a table's records: the schema in force, as far as the rows meet it.
struct TableSchemaWriter {
  private let records: RecordTable
  /// What the rows hold, by column.
  private let contents: [ColumnContents]
  /// The names of the key columns, empty unless their values are unique.
  let primaryKey: [String]

  /// Reads which constraints the rows meet, as `FormulaGuard` writes them if `isGuarded`.
  init(_ records: RecordTable, isGuarded: Bool = false) {
    self.records = records
    contents = ColumnContents.of(records, isGuarded: isGuarded)
    primaryKey = Self.keyColumns(of: records, contents).map { records.columns[$0].name }
  }

  /// Messages for the constraints that rows break; the descriptor leaves these out.
  var brokenConstraints: [String] {
    zip(records.columns, contents).flatMap { column, contents -> [String] in
      guard let schema = records.schemaColumn(column) else { return [] }
      let name = "“\(column.name)”"
      var broken: [String] = []
      if schema.isRequired, contents.emptyCount > 0 {
        broken.append("\(name) is required but empty in \(counted(contents.emptyCount, "row"))")
      }
      if schema.isUnique, !contents.isUnique { broken.append("\(name) is not unique") }
      return broken
        + contents.broken.filter { !schema.isList(contents) || $0.name != "enum" }.map {
          "some rows break “\($0.name)” of \(name)"
        }
    }
  }

  /// The descriptor.
  var descriptor: JSONValue {
    let fields = JSONValue.array(zip(records.columns, contents).map(field))
    let key = JSONValue.array(primaryKey.map { .string($0) })
    return .object(
      [("fields", fields), ("missingValues", Self.published(records.table.plan.missingValues))]
        + (primaryKey.isEmpty ? [] : [("primaryKey", key)]))
  }

  /// The key column, or those of a composite key; empty unless every row has a key of its own.
  private static func keyColumns(of records: RecordTable, _ contents: [ColumnContents]) -> [Int] {
    let together = records.table.plan.schema?.compositeKey ?? []
    let columns =
      together.isEmpty
      ? [records.columnIndex { $0.isKey }]
      : together.map { name in records.columnIndex { $0.name == name } }
    let known = columns.compactMap { $0 }
    guard known.count == columns.count, known.allSatisfy({ contents[$0].emptyCount == 0 }) else {
      return []
    }
    var isUnique = true
    var taken: Set<[[UInt8]]> = []
    records.forEachRecord { _, line, fields in
      if isUnique { isUnique = taken.insert(known.map { line.array(fields[$0]) }).inserted }
    }
    return isUnique ? known : []
  }

  private static func published(_ missing: MissingValues) -> JSONValue {
    .array(([""] + missing.texts.filter { !$0.isEmpty }).map { .string($0) })
  }

  private func field(_ column: RecordTable.Column, _ contents: ColumnContents) -> JSONValue {
    var members: [(String, JSONValue)] = [("name", .string(column.name))]
    guard let schema = records.schemaColumn(column) else {
      return .object(members + [("type", .string("string"))])
    }
    if let missing = schema.missingValues {
      members.append(("missingValues", Self.published(missing)))
    }
    if !schema.description.isEmpty { members.append(("description", .string(schema.description))) }
    members += typeMembers(schema, contents)
    let constraints = constraints(schema, contents)
    if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
    if case .terms(let vocabulary) = schema.kind {
      members.append(("mdcatalog:vocabulary", .string(vocabulary)))
    }
    if schema.isKey { members.append(("mdcatalog:key", .bool(true))) }
    if schema.isLinked { members.append(("mdcatalog:link", .bool(column.part == .whole))) }
    if schema.isSorted { members.append(("mdcatalog:sorted", .bool(true))) }
    return .object(members)
  }

  private func typeMembers(
    _ schema: Column, _ contents: ColumnContents
  ) -> [(String, JSONValue)] {
    if schema.isList(contents) {
      return [("type", .string("list")), ("delimiter", .string(schema.delimiter))]
    }
    let type = contents.kept.first { $0.isType }
    return type.map { $0.members.map { ($0.key, $0.value) } } ?? [("type", .string("string"))]
  }

  private func constraints(
    _ schema: Column, _ contents: ColumnContents
  ) -> [(String, JSONValue)] {
    let flags = [
      ("required", schema.isRequired && contents.emptyCount == 0),
      ("unique", schema.isUnique && contents.isUnique),
    ]
    return flags.filter(\.1).map { ($0.0, .bool(true)) }
      + contents.kept.filter { !$0.isType }.flatMap(\.members).map { ($0.key, $0.value) }
  }
}

extension RecordTable {
  /// The schema's column for a column of the records.
  func schemaColumn(_ column: RecordTable.Column) -> CatalogSchema.Column? {
    column.part == .linkDestination || column.tableColumn >= table.plan.columns.count
      ? nil : table.plan.columns[column.tableColumn].column
  }

  /// The first column whose schema column has a property.
  fileprivate func columnIndex(where isWanted: (CatalogSchema.Column) -> Bool) -> Int? {
    columns.firstIndex { schemaColumn($0).map(isWanted) ?? false }
  }
}

extension Column {
  /// Whether cells hold lists, of terms or of `enum` values.
  fileprivate func isList(_ contents: ColumnContents) -> Bool {
    isTermList || !isSingle && contents.broken.contains { $0.name == "enum" }
  }

  /// Whether a cell holds a list of terms.
  fileprivate var isTermList: Bool {
    if isSingle { return false }
    return if case .terms = kind { true } else { false }
  }
}

/// What the rows of a table hold in one column.
private struct ColumnContents {
  /// Rows without a value.
  private(set) var emptyCount = 0
  /// Whether values are unique, if the schema requires that.
  private(set) var isUnique = true
  /// The schema's constraints that all rows meet.
  private(set) var kept: [FieldConstraint]
  /// The constraints that some row breaks.
  private(set) var broken: [FieldConstraint] = []
  private let mayBeUnique: Bool
  private let missingValues: MissingValues
  private var texts: Set<[UInt8]> = []

  private init(_ schema: Column?, _ missingValues: MissingValues) {
    self.missingValues = schema?.missingValues ?? missingValues
    mayBeUnique = schema?.isUnique == true
    kept = schema.map { $0.isTermList ? [] : $0.fieldConstraints } ?? []
  }

  /// The contents of each column.
  ///
  /// - Complexity: O(bytes of the table)
  static func of(_ records: RecordTable, isGuarded: Bool) -> [ColumnContents] {
    var contents = records.columns.map {
      ColumnContents(records.schemaColumn($0), records.table.plan.missingValues)
    }
    records.forEachRecord { _, line, fields in
      for (index, field) in fields.enumerated() {
        let isMarked = isGuarded && FormulaGuard.isNeeded(line, field)
        contents[index].add(line, field, isMarked: isMarked)
      }
    }
    return contents
  }

  private mutating func add(_ line: Span<UInt8>, _ field: Range<Int>, isMarked: Bool) {
    let isMissing = field.isEmpty || !isMarked && missingValues.contains(line, field)
    if isMissing { emptyCount += 1 }
    if mayBeUnique, isUnique { isUnique = texts.insert(line.array(field)).inserted }
    if kept.isEmpty || isMissing { return }
    let text = (isMarked ? "'" : "") + line.string(field)
    let lost = kept.filter { !$0.holds(text) }
    if lost.isEmpty { return }
    broken += lost
    kept.removeAll { constraint in lost.contains { $0.name == constraint.name } }
  }
}
