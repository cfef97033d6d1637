/// Where rows with a fingerprint stand, by the ids of their blocks.
///
/// In shards, so that an edit beside a living snapshot copies one shard and not the whole index.
struct KeyIndex: Sendable {
  private static let shardCount = 64
  /// In place of a block's id: several rows have the key.
  private static let isSharedMark = UInt32.max

  private var shards = [FingerprintMap<UInt32>](
    repeating: FingerprintMap(placeholder: 0), count: KeyIndex.shardCount)
  /// For each key that several rows share, how many of them stand in each block.
  private var sharedRows: [UInt64: [Int: Int]] = [:]
  /// Rows that share a key with another row.
  private(set) var sharedRowCount = 0
  /// For each block the keys that its rows share with other rows, and how many rows have them.
  private(set) var sharedKeys: [Int: [UInt64: Int]] = [:]

  /// An index without rows.
  init() {}

  private static func shard(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 58) }

  /// The blocks that rows of a key stand in, in no order.
  func blocks(of key: UInt64) -> [Int] {
    guard let block = shards[Self.shard(key)][key] else { return [] }
    if block != Self.isSharedMark { return [Int(block)] }
    return sharedRows[key].map { Array($0.keys) } ?? []
  }

  /// Whether some row has the key.
  func contains(_ key: UInt64) -> Bool { shards[Self.shard(key)][key] != nil }

  /// Whether several rows have the key.
  func isShared(_ key: UInt64) -> Bool { shards[Self.shard(key)][key] == Self.isSharedMark }

  /// Makes room for as many rows; fingerprints spread over the shards by chance, give or take some.
  mutating func reserve(_ rowCount: Int) {
    let share = rowCount / Self.shardCount
    if share == 0 { return }
    for shard in shards.indices { shards[shard].reserve(share + share / 16) }
  }

  /// Notes a row; key 0 stands for none.
  mutating func add(_ key: UInt64, block: Int) {
    let before = shards[Self.shard(key)].exchange(key) {
      $0 == nil ? UInt32(truncatingIfNeeded: block) : Self.isSharedMark
    }
    note(key, block: block, before: before)
  }

  /// A row to be noted.
  struct Entry {
    var key: UInt64
    var block: Int
  }

  /// Notes some rows whose keys are not 0: where each begins to look for its place is read before
  /// any is noted, so that memory is waited for once and not for one row after another, which takes
  /// half the time where an index is larger than the caches.
  mutating func add(_ rows: ContiguousArray<Entry>) {
    for row in rows { shards[Self.shard(row.key)].makeRoom(rows.count) }
    let starts = rows.map { shards[Self.shard($0.key)].start($0.key) }
    for (row, start) in zip(rows, starts) {
      let before = shards[Self.shard(row.key)].exchange(row.key, from: start) {
        $0 == nil ? UInt32(truncatingIfNeeded: row.block) : Self.isSharedMark
      }
      note(row.key, block: row.block, before: before)
    }
  }

  /// Notes that a row shares its key, with what stood there before it.
  @inline(__always)
  private mutating func note(_ key: UInt64, block: Int, before: UInt32?) {
    guard let before else { return }
    if before != Self.isSharedMark { share(key, block: Int(before)) }
    share(key, block: block)
  }

  /// Forgets a row that was added.
  mutating func remove(_ key: UInt64, block: Int) {
    guard let value = shards[Self.shard(key)][key] else { return }
    if value != Self.isSharedMark {
      shards[Self.shard(key)][key] = nil
      return
    }
    unshare(key, block: block)
    guard let rows = sharedRows[key], let last = rows.first, rows.count == 1, last.value == 1
    else { return }
    unshare(key, block: last.key)
    sharedRows[key] = nil
    shards[Self.shard(key)][key] = UInt32(truncatingIfNeeded: last.key)
  }

  private mutating func share(_ key: UInt64, block: Int) {
    sharedRowCount += 1
    sharedRows[key, default: [:]][block, default: 0] += 1
    sharedKeys[block, default: [:]][key, default: 0] += 1
  }

  private mutating func unshare(_ key: UInt64, block: Int) {
    if sharedRows[key]?[block] != nil { sharedRowCount -= 1 }
    Self.subtract(block, from: &sharedRows[key, default: [:]])
    Self.subtract(key, from: &sharedKeys[block, default: [:]])
    if sharedKeys[block]?.isEmpty == true { sharedKeys[block] = nil }
  }

  private static func subtract<Key>(_ key: Key, from counts: inout [Key: Int]) {
    guard let count = counts[key] else { return }
    counts[key] = count > 1 ? count - 1 : nil
  }

  /// All keys with the number of their rows, for tests.
  var rowCounts: [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for shard in shards {
      shard.forEach { key, _ in counts[key] = sharedRows[key]?.values.reduce(0, +) ?? 1 }
    }
    return counts
  }

  /// A key that tells the same name in two tables apart.
  static func key(_ fingerprint: UInt64, table: Int) -> UInt64 {
    if fingerprint == 0 { return 0 }
    let mixed = (fingerprint ^ UInt64(truncatingIfNeeded: table)) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 29))
  }
}
