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
      return index.sharedRowCount > 0 && index.sharedKeys[catalog.metadata[block].id] != nil
    }
  }

  /// Marks the rows of a block that share keys of an index.
  static func mark(
    _ index: any KeyPath<Catalog, KeyIndex> & Sendable, _ key: LineMetadata.Key
  ) -> @Sendable (Int, Catalog, inout [Bool]) -> Void {
    { block, catalog, isMarked in
      let metadata = catalog.metadata[block]
      guard let shared = catalog[keyPath: index].sharedKeys[metadata.id] else { return }
      let first = catalog.text.firstLine(ofBlock: block)
      var table: CatalogTable?
      for (line, own) in metadata.lines.enumerated() where own.role == .bodyRow && own[key] != 0 {
        if first + line >= table?.endLine ?? 0 {
          table = catalog.tableIndex(atLine: first + line).map { catalog.tables[$0] }
        }
        guard let table else { continue }
        if shared[KeyIndex.key(own[key], table: table.id)] != nil { isMarked[line] = true }
      }
    }
  }

  /// Marks the rows of a block that share the values of unique columns.
  @Sendable static func markUniques(
    _ block: Int, _ catalog: Catalog, _ isMarked: inout [Bool]
  ) {
    let metadata = catalog.metadata[block]
    guard let shared = catalog.uniqueKeys.sharedKeys[metadata.id] else { return }
    let first = catalog.text.firstLine(ofBlock: block)
    for unique in metadata.uniqueKeys {
      guard let table = catalog.tableIndex(atLine: first + Int(unique.line)) else { continue }
      let key = KeyIndex.key(unique.key, table: catalog.tables[table].id)
      if shared[key] != nil { isMarked[Int(unique.line)] = true }
    }
  }
}

/// The first row of a table with a name, a link or the values of unique columns.
private struct FirstLine: DerivedValue {
  enum Key { case name, link, unique }

  var key: Key
  var fingerprint: UInt64
  var table: CatalogTable

  static func == (left: FirstLine, right: FirstLine) -> Bool {
    left.key == right.key && left.fingerprint == right.fingerprint
      && left.table.id == right.table.id
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
    hasher.combine(fingerprint)
    hasher.combine(table.id)
  }

  func derive(from catalog: Catalog) -> Int? {
    switch key {
    case .unique: catalog.firstLine(ofUnique: fingerprint, table: table)
    case .name:
      catalog.firstLine(ofKey: fingerprint, in: catalog.names, table: table) {
        $0.nameKey == fingerprint
      }
    case .link:
      catalog.firstLine(ofKey: fingerprint, in: catalog.links, table: table) {
        $0.linkKey == fingerprint
      }
    }
  }
}

extension Catalog {
  /// The first row of the table with the same name or link, if it is an earlier one.
  func earlierLine(
    than row: PlacedRow, sharing part: LineMetadata.Key, in table: CatalogTable
  ) -> Int? {
    let fingerprint = row.metadata[part]
    let index = part == .name ? names : links
    guard fingerprint != 0, index.isShared(fingerprint, table: table.id) else { return nil }
    let key = part == .name ? FirstLine.Key.name : .link
    let first = derived(FirstLine(key: key, fingerprint: fingerprint, table: table))
    return first.flatMap { $0 < row.line ? $0 : nil }
  }

  /// The first row of the table with the same values of unique columns, if several have them.
  func firstLine(of unique: UniqueKey, in table: CatalogTable) -> Int? {
    guard uniqueKeys.isShared(unique.key, table: table.id) else { return nil }
    return derived(FirstLine(key: .unique, fingerprint: unique.key, table: table))
  }
}
