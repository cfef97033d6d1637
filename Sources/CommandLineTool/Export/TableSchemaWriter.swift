import CatalogFeatures
import CatalogModel
import CatalogSchema
import JSONText

/// The Table Schema (v2) of a table's records: the schema in force, as far as the rows keep it.
struct TableSchemaWriter {
  private let records: RecordTable
  private let plan: TablePlan
  /// By column, whether each row has a value, and whether no two have the same.
  private let facts: [ColumnFacts]

  /// Reads the rows to see which constraints they keep.
  init(_ records: RecordTable) {
    self.records = records
    plan = records.table.plan
    facts = ColumnFacts.of(records)
  }

  /// What the schema asks and rows do not keep, in words; the descriptor leaves it out.
  var brokenConstraints: [String] {
    zip(records.columns, facts).flatMap { column, facts -> [String] in
      guard let schema = schemaColumn(column) else { return [] }
      let name = "“\(TerminalText.shown(column.name))”"
      var broken: [String] = []
      if schema.isRequired, facts.emptyCount > 0 {
        broken.append("\(name) is required, and \(counted(facts.emptyCount, "row")) without it")
      }
      if schema.isUnique, !facts.isUnique { broken.append("\(name) is not unique") }
      return broken
    }
  }

  /// The column of the schema that a column of the records stands for.
  private func schemaColumn(_ column: RecordTable.Column) -> Column? {
    column.part == .linkDestination || column.tableColumn >= plan.columns.count
      ? nil : plan.columns[column.tableColumn].column
  }

  /// Writes the descriptor.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("fields")
    writer.beginArray()
    for (column, facts) in zip(records.columns, facts) { write(column, facts, to: &writer) }
    writer.endArray()
    if let key = primaryKey {
      writer.key("primaryKey")
      writer.beginArray()
      writer.string(key)
      writer.endArray()
    }
    writer.endObject()
  }

  /// The name of the key column, where it tells rows apart.
  var primaryKey: String? {
    zip(records.columns, facts).first { column, facts in
      schemaColumn(column)?.isKey == true && facts.emptyCount == 0 && facts.isUnique
    }?.0.name
  }

  private func write(
    _ column: RecordTable.Column, _ facts: ColumnFacts, to writer: inout JSONWriter
  ) {
    let schema = schemaColumn(column)
    let isList = isList(column)
    writer.beginObject()
    writer.member("name", column.name)
    if let schema, !schema.description.isEmpty { writer.member("description", schema.description) }
    writer.member("type", isList ? "list" : "string")
    if let schema {
      if isList { writer.member("delimiter", schema.delimiter) }
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

  /// Whether a column holds lists of terms.
  private func isList(_ column: RecordTable.Column) -> Bool {
    guard let schema = schemaColumn(column), !schema.isSingle else { return false }
    return if case .terms = schema.kind { true } else { false }
  }

  private func writeConstraints(
    _ schema: Column, _ facts: ColumnFacts, to writer: inout JSONWriter
  ) {
    let isRequired = schema.isRequired && facts.emptyCount == 0
    let isUnique = schema.isUnique && facts.isUnique
    guard isRequired || isUnique else { return }
    writer.key("constraints")
    writer.beginObject()
    if isRequired { writer.member("required", true) }
    if isUnique { writer.member("unique", true) }
    writer.endObject()
  }
}

/// What the rows of a table have in one column.
private struct ColumnFacts {
  var emptyCount = 0
  var isUnique = true
  private var texts: Set<[UInt8]> = []

  /// The facts of each column.
  ///
  /// - Complexity: O(bytes of the table)
  static func of(_ records: RecordTable) -> [ColumnFacts] {
    var facts = records.columns.map { _ in ColumnFacts() }
    let plan = records.table.plan
    let mayBeUnique = records.columns.map { column in
      column.tableColumn < plan.columns.count
        && plan.columns[column.tableColumn].column.map { $0.isUnique || $0.isKey } ?? false
    }
    records.forEachRecord { _, line, fields in
      for (index, field) in fields.enumerated() {
        if field.isEmpty { facts[index].emptyCount += 1 }
        guard mayBeUnique[index], facts[index].isUnique else { continue }
        if !facts[index].texts.insert(line.array(field)).inserted { facts[index].isUnique = false }
      }
    }
    return facts
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
