import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText

/// The Table Schema (v2) of a table's records: the schema in force, as far as the rows keep it.
struct TableSchemaWriter {
  private let records: RecordTable
  /// By column, what the rows have in it.
  private let facts: [ColumnFacts]
  /// The names of the columns that tell rows apart, where they do.
  let primaryKey: [String]

  /// Reads the rows to see which constraints they keep, where `isGuarded` as `FormulaGuard` marks
  /// them.
  init(_ records: RecordTable, isGuarded: Bool = false) {
    self.records = records
    facts = ColumnFacts.of(records, isGuarded: isGuarded)
    primaryKey = Self.keyColumns(of: records, facts).map { records.columns[$0].name }
  }

  /// What the schema asks and rows do not keep, in words; the descriptor leaves it out.
  var brokenConstraints: [String] {
    zip(records.columns, facts).flatMap { column, facts -> [String] in
      guard let schema = records.schemaColumn(column) else { return [] }
      let name = "“\(TerminalText.shown(column.name))”"
      var broken: [String] = []
      if schema.isRequired, facts.emptyCount > 0 {
        broken.append("\(name) is required, and \(counted(facts.emptyCount, "row")) without it")
      }
      if schema.isUnique, !facts.isUnique { broken.append("\(name) is not unique") }
      return broken
        + facts.broken.filter { !schema.isList(facts) || $0.name != "enum" }.map {
          "\(name) does not keep “\($0.name)” in every row as it is written"
        }
    }
  }

  /// Writes the descriptor.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("fields")
    writer.beginArray()
    for (column, facts) in zip(records.columns, facts) { write(column, facts, to: &writer) }
    writer.endArray()
    if !primaryKey.isEmpty {
      writer.key("primaryKey")
      writer.beginArray()
      for name in primaryKey { writer.string(name) }
      writer.endArray()
    }
    writer.endObject()
  }

  /// The columns of the key, or of all that tell rows apart together, where no value is missing
  /// and no two rows have the same.
  private static func keyColumns(of records: RecordTable, _ facts: [ColumnFacts]) -> [Int] {
    let together = records.table.plan.schema?.compositeKey ?? []
    let columns =
      together.isEmpty
      ? [records.columnIndex { $0.isKey }]
      : together.map { name in records.columnIndex { $0.name == name } }
    let known = columns.compactMap { $0 }
    guard known.count == columns.count, known.allSatisfy({ facts[$0].emptyCount == 0 }) else {
      return []
    }
    var isUnique = true
    var taken: Set<[[UInt8]]> = []
    records.forEachRecord { _, line, fields in
      if isUnique { isUnique = taken.insert(known.map { line.array(fields[$0]) }).inserted }
    }
    return isUnique ? known : []
  }

  private func write(
    _ column: RecordTable.Column, _ facts: ColumnFacts, to writer: inout JSONWriter
  ) {
    let schema = records.schemaColumn(column)
    writer.beginObject()
    writer.member("name", column.name)
    if let schema, !schema.description.isEmpty { writer.member("description", schema.description) }
    write(schema.map { typeMembers($0, facts) } ?? [("type", .string("string"))], to: &writer)
    if let schema {
      writeConstraints(schema, facts, to: &writer)
      if case .terms(let vocabulary) = schema.kind {
        writer.member("mdcatalog:vocabulary", vocabulary)
      }
      if schema.isKey { writer.member("mdcatalog:key", true) }
      if schema.isLinked { writer.member("mdcatalog:link", column.part == .whole) }
      if schema.isSorted { writer.member("mdcatalog:sorted", true) }
    }
    writer.endObject()
  }

  private func typeMembers(_ schema: Column, _ facts: ColumnFacts) -> FieldConstraint.Members {
    if schema.isList(facts) {
      return [("type", .string("list")), ("delimiter", .string(schema.delimiter))]
    }
    return facts.kept.first { $0.isType }?.members ?? [("type", .string("string"))]
  }

  private func write(_ members: FieldConstraint.Members, to writer: inout JSONWriter) {
    for member in members {
      writer.key(member.key)
      writer.write(member.value)
    }
  }

  private func writeConstraints(
    _ schema: Column, _ facts: ColumnFacts, to writer: inout JSONWriter
  ) {
    let isRequired = schema.isRequired && facts.emptyCount == 0
    let isUnique = schema.isUnique && facts.isUnique
    let others = facts.kept.filter { !$0.isType }.flatMap(\.members)
    guard isRequired || isUnique || !others.isEmpty else { return }
    writer.key("constraints")
    writer.beginObject()
    if isRequired { writer.member("required", true) }
    if isUnique { writer.member("unique", true) }
    write(others, to: &writer)
    writer.endObject()
  }
}

extension RecordTable {
  /// The column of the schema that a column of the records stands for.
  fileprivate func schemaColumn(_ column: RecordTable.Column) -> CatalogSchema.Column? {
    column.part == .linkDestination || column.tableColumn >= table.plan.columns.count
      ? nil : table.plan.columns[column.tableColumn].column
  }

  /// The first column that stands for such a one of the schema.
  fileprivate func columnIndex(where isWanted: (CatalogSchema.Column) -> Bool) -> Int? {
    columns.firstIndex { schemaColumn($0).map(isWanted) ?? false }
  }
}

extension Column {
  /// Whether cells hold lists: of terms, or of the values that the field itself lists.
  fileprivate func isList(_ facts: ColumnFacts) -> Bool {
    isTermList || !isSingle && facts.broken.contains { $0.name == "enum" }
  }

  /// Whether a cell holds a list of terms.
  fileprivate var isTermList: Bool {
    if isSingle { return false }
    return if case .terms = kind { true } else { false }
  }
}

/// What the rows of a table have in one column.
private struct ColumnFacts {
  /// Rows without a value.
  private(set) var emptyCount = 0
  /// Whether no two rows have the same value, where the schema asks for that.
  private(set) var isUnique = true
  /// What the schema asks of each value and all rows keep.
  private(set) var kept: [FieldConstraint]
  /// What it asks and some row does not keep.
  private(set) var broken: [FieldConstraint] = []
  private let mayBeUnique: Bool
  private var texts: Set<[UInt8]> = []

  private init(_ schema: Column?) {
    mayBeUnique = schema?.isUnique == true
    kept = schema.map { $0.isTermList ? [] : $0.fieldConstraints } ?? []
  }

  /// The facts of each column.
  ///
  /// - Complexity: O(bytes of the table)
  static func of(_ records: RecordTable, isGuarded: Bool) -> [ColumnFacts] {
    var facts = records.columns.map { ColumnFacts(records.schemaColumn($0)) }
    records.forEachRecord { _, line, fields in
      for (index, field) in fields.enumerated() {
        let isMarked = isGuarded && FormulaGuard.isNeeded(line, field)
        facts[index].add(line, field, isMarked: isMarked)
      }
    }
    return facts
  }

  private mutating func add(_ line: Span<UInt8>, _ field: Range<Int>, isMarked: Bool) {
    if field.isEmpty { emptyCount += 1 }
    if mayBeUnique, isUnique { isUnique = texts.insert(line.array(field)).inserted }
    if kept.isEmpty || field.isEmpty { return }
    let text = (isMarked ? "'" : "") + line.string(field)
    let lost = kept.filter { !$0.holds(for: text) }
    if lost.isEmpty { return }
    broken += lost
    kept.removeAll { constraint in lost.contains { $0.name == constraint.name } }
  }
}

extension JSONWriter {
  /// A member that is a string.
  mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// A member that is true or false.
  mutating func member(_ name: String, _ flag: Bool) {
    key(name)
    bool(flag)
  }
}
