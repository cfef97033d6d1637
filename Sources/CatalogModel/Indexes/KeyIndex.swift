/// Where rows with a fingerprint are, by the ids of their tables and blocks.
///
/// In shards, so that an edit next to a living snapshot copies one shard and not the whole index.
struct KeyIndex: Sendable {
  private static let shardCount = 64
  /// In place of a block's id: several rows of the table have the key.
  private static let severalRows = UInt32.max
  /// In place of a table's id: rows of several tables have the key.
  private static let severalTables = UInt32.max

  /// The one row that has a key, or a mark that there are more.
  private struct Slot {
    var table: UInt32
    var block: UInt32
  }

  private var shards = [FingerprintMap<Slot>](
    repeating: FingerprintMap(placeholder: Slot(table: 0, block: 0)), count: KeyIndex.shardCount)
  /// For each key that rows of several tables have: the block in each table, or `severalRows`.
  private var blocksByTable: [UInt64: [UInt32: UInt32]] = [:]
  /// For each key and table whose rows share the key: how many of them are in each block.
  private var sharedRows: [UInt64: [Int: Int]] = [:]
  /// For each table how many of its rows have the key of another one, the first of each key not
  /// counted.
  private var repetitionCounts: [Int: Int] = [:]
  /// Rows that share a key with another row of their table.
  private(set) var sharedRowCount = 0
  /// For each block the keys, each with its table (`key`), that its rows share with other rows of
  /// the table, and how many rows have them.
  private(set) var sharedKeys: [Int: [UInt64: Int]] = [:]

  /// An index without rows.
  init() {}

  private static func shard(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 58) }

  /// The block of a table's row with the key, or `severalRows`.
  private func block(of key: UInt64, table: Int) -> UInt32? {
    guard let slot = shards[Self.shard(key)][key] else { return nil }
    let table = UInt32(truncatingIfNeeded: table)
    if slot.table == table { return slot.block }
    return slot.table == Self.severalTables ? blocksByTable[key]?[table] : nil
  }

  /// The blocks that hold a table's rows of a key, in no order.
  func blocks(of key: UInt64, table: Int) -> [Int] {
    block(of: key, table: table).map { blocks($0, key, table) } ?? []
  }

  private func blocks(_ block: UInt32, _ key: UInt64, _ table: Int) -> [Int] {
    if block != Self.severalRows { return [Int(block)] }
    return sharedRows[Self.key(key, table: table)].map { Array($0.keys) } ?? []
  }

  /// The blocks that hold rows of a key, each once, in no order.
  func blocks(of key: UInt64) -> [Int] {
    guard let slot = shards[Self.shard(key)][key] else { return [] }
    guard slot.table == Self.severalTables else { return blocks(slot.block, key, Int(slot.table)) }
    var found: Set<Int> = []
    for (table, block) in blocksByTable[key] ?? [:] {
      found.formUnion(blocks(block, key, Int(table)))
    }
    return Array(found)
  }

  /// Whether some row has the key.
  func contains(_ key: UInt64) -> Bool { shards[Self.shard(key)][key] != nil }

  /// Whether several rows of a table have the key.
  func isShared(_ key: UInt64, table: Int) -> Bool {
    block(of: key, table: table) == Self.severalRows
  }

  /// How many rows of a table have the key of another one, the first of each key not counted.
  func repetitionCount(ofTable table: Int) -> Int { repetitionCounts[table] ?? 0 }

  /// Reserves memory for some rows, with a margin for uneven shards.
  mutating func reserve(_ rowCount: Int) {
    let share = rowCount / Self.shardCount
    if share == 0 { return }
    for shard in shards.indices { shards[shard].reserve(share + share / 16) }
  }

  /// A row to be added.
  struct Entry {
    var key: UInt64
    var table: Int
    var block: Int
  }

  /// Adds a row; key 0 means none.
  mutating func add(_ row: Entry) {
    let slot = Self.slot(of: row)
    let before = shards[Self.shard(row.key)].exchange(row.key) { Self.joined($0, slot) }
    if let before { note(row, slot, before: before) }
  }

  /// Adds rows whose keys are not 0.
  ///
  /// Reads where each begins to look for its place before it adds any, so that memory is waited for
  /// once and not for one row after another: half the time where an index exceeds the caches.
  mutating func add(_ rows: ContiguousArray<Entry>) {
    for row in rows { shards[Self.shard(row.key)].makeRoom(rows.count) }
    let starts = rows.map { shards[Self.shard($0.key)].start($0.key) }
    for (row, start) in zip(rows, starts) {
      let slot = Self.slot(of: row)
      let before = shards[Self.shard(row.key)].exchange(row.key, from: start) {
        Self.joined($0, slot)
      }
      if let before { note(row, slot, before: before) }
    }
  }

  @inline(__always)
  private static func slot(of row: Entry) -> Slot {
    Slot(
      table: UInt32(truncatingIfNeeded: row.table), block: UInt32(truncatingIfNeeded: row.block))
  }

  @inline(__always)
  private static func joined(_ before: Slot?, _ slot: Slot) -> Slot {
    guard let before else { return slot }
    let isSame = before.table == slot.table
    return Slot(table: isSame ? slot.table : severalTables, block: severalRows)
  }

  /// Notes a row whose key another row has.
  private mutating func note(_ row: Entry, _ slot: Slot, before: Slot) {
    var former: UInt32? = before.block
    if before.table != slot.table {
      if before.table != Self.severalTables {
        blocksByTable[row.key] = [before.table: before.block]
      }
      former = blocksByTable[row.key]?[slot.table]
      blocksByTable[row.key, default: [:]][slot.table] =
        former == nil ? slot.block : Self.severalRows
    }
    guard let former else { return }
    let shared = Self.key(row.key, table: row.table)
    if former != Self.severalRows { share(shared, block: Int(former)) }
    share(shared, block: row.block)
    repetitionCounts[row.table, default: 0] += 1
  }

  /// Removes a row that was added.
  mutating func remove(_ row: Entry) {
    guard let block = block(of: row.key, table: row.table) else { return }
    if block != Self.severalRows { return set(nil, row) }
    let shared = Self.key(row.key, table: row.table)
    unshare(shared, block: row.block)
    Self.subtract(row.table, from: &repetitionCounts)
    guard let rows = sharedRows[shared], let last = rows.first, rows.count == 1, last.value == 1
    else { return }
    unshare(shared, block: last.key)
    sharedRows[shared] = nil
    set(UInt32(truncatingIfNeeded: last.key), row)
  }

  /// Sets the block of the one row of a table that has the key, nil for none.
  private mutating func set(_ block: UInt32?, _ row: Entry) {
    let table = UInt32(truncatingIfNeeded: row.table)
    let shard = Self.shard(row.key)
    guard shards[shard][row.key]?.table == Self.severalTables else {
      shards[shard][row.key] = block.map { Slot(table: table, block: $0) }
      return
    }
    blocksByTable[row.key]?[table] = block
    guard let rest = blocksByTable[row.key], rest.count == 1, let last = rest.first else { return }
    blocksByTable[row.key] = nil
    shards[shard][row.key] = Slot(table: last.key, block: last.value)
  }

  private mutating func share(_ shared: UInt64, block: Int) {
    sharedRowCount += 1
    sharedRows[shared, default: [:]][block, default: 0] += 1
    sharedKeys[block, default: [:]][shared, default: 0] += 1
  }

  private mutating func unshare(_ shared: UInt64, block: Int) {
    if sharedRows[shared]?[block] != nil { sharedRowCount -= 1 }
    Self.subtract(block, from: &sharedRows[shared, default: [:]])
    Self.subtract(shared, from: &sharedKeys[block, default: [:]])
    if sharedKeys[block]?.isEmpty == true { sharedKeys[block] = nil }
  }

  private static func subtract<Key>(_ key: Key, from counts: inout [Key: Int]) {
    guard let count = counts[key] else { return }
    counts[key] = count > 1 ? count - 1 : nil
  }

  /// The number of rows of each key in each table, in no order, for tests.
  var rowCounts: [Int] {
    var counts: [Int] = []
    func add(_ key: UInt64, _ table: UInt32) {
      counts.append(sharedRows[Self.key(key, table: Int(table))]?.values.reduce(0, +) ?? 1)
    }
    for shard in shards {
      shard.forEach { key, slot in
        if slot.table != Self.severalTables { return add(key, slot.table) }
        for table in blocksByTable[key, default: [:]].keys { add(key, table) }
      }
    }
    return counts
  }

  /// A key with its table.
  static func key(_ fingerprint: UInt64, table: Int) -> UInt64 {
    if fingerprint == 0 { return 0 }
    let tablePart = UInt64(truncatingIfNeeded: table) &* 0xD6E8_FEB8_6659_FD93
    let mixed = (fingerprint ^ tablePart) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 29))
  }
}
