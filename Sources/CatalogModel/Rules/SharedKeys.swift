import CatalogSchema
import LineStore

/// Rows of one table that share a name, a link or the values of unique columns.
enum SharedKeys {
  /// Whether rows of a block share keys of an index.
  static func mayFind(
    _ index: any KeyPath<Catalog, KeyIndex> & Sendable
  ) -> @Sendable (Int, Catalog) -> Bool {
    { block, catalog in
      let index = catalog[keyPath: index]
      return index.sharedRowCount > 0 && index.sharedKeys[catalog.facts[block].id] != nil
    }
  }

  /// Marks the rows of a block that share keys of an index.
  static func mark(
    _ index: any KeyPath<Catalog, KeyIndex> & Sendable, _ key: LineFacts.Key
  ) -> @Sendable (Int, Catalog, inout [Bool]) -> Void {
    { block, catalog, isMarked in
      let facts = catalog.facts[block]
      guard let shared = catalog[keyPath: index].sharedKeys[facts.id] else { return }
      let first = catalog.text.firstLine(ofBlock: block)
      for (line, own) in facts.lines.enumerated() where own.role == .bodyRow && own[key] != 0 {
        guard let table = catalog.tableIndex(atLine: first + line) else { continue }
        if shared[KeyIndex.key(own[key], table: catalog.tables[table].id)] != nil {
          isMarked[line] = true
        }
      }
    }
  }

  /// Marks the rows of a block that share the values of unique columns.
  @Sendable static func markUniques(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    let facts = catalog.facts[block]
    guard let shared = catalog.uniques.sharedKeys[facts.id] else { return }
    let first = catalog.text.firstLine(ofBlock: block)
    for unique in facts.uniques {
      guard let table = catalog.tableIndex(atLine: first + Int(unique.line)) else { continue }
      let key = KeyIndex.key(unique.key, table: catalog.tables[table].id)
      if shared[key] != nil { isMarked[Int(unique.line)] = true }
    }
  }
}

/// The first row of a table with a name or link.
private struct FirstLine: DerivedValue {
  var key: UInt64
  var part: LineFacts.Key
  var fingerprint: UInt64
  var lines: Range<Int>

  func derive(from catalog: Catalog) -> Int? {
    catalog.firstLine(ofKey: key, in: part == .name ? catalog.names : catalog.links, within: lines) {
      $0[part] == fingerprint
    }
  }
}

/// The first row of a table with the values of unique columns.
private struct FirstUniqueLine: DerivedValue {
  var key: UInt64
  var fingerprint: UInt64
  var lines: Range<Int>

  func derive(from catalog: Catalog) -> Int? {
    catalog.firstLine(ofUnique: fingerprint, key, within: lines)
  }
}

extension Catalog {
  /// The first row of the table with the same name or link, if it is an earlier one.
  func earlierLine(
    than row: PlacedRow, sharing part: LineFacts.Key, in table: CatalogTable
  ) -> Int? {
    let fingerprint = row.facts[part]
    let key = KeyIndex.key(fingerprint, table: table.id)
    guard fingerprint != 0, (part == .name ? names : links).isShared(key) else { return nil }
    let first = relations.value(
      FirstLine(key: key, part: part, fingerprint: fingerprint, lines: table.bodyLines), of: self)
    return first.flatMap { $0 < row.line ? $0 : nil }
  }

  /// The first row of the table with the same values of unique columns, if several have them.
  func firstLine(of unique: StoredUnique, in table: CatalogTable) -> Int? {
    let key = KeyIndex.key(unique.key, table: table.id)
    guard uniques.isShared(key) else { return nil }
    return relations.value(
      FirstUniqueLine(key: key, fingerprint: unique.key, lines: table.bodyLines), of: self)
  }
}
