/// Where rows with a fingerprint stand, by the ids of their blocks; a block's id counts once for
/// each of its rows.
///
/// In shards, so that an edit beside a living snapshot copies one shard and not the whole index.
struct KeyIndex: Sendable {
  private static let shardCount = 256

  private var shards = [[UInt64: Places]](repeating: [:], count: KeyIndex.shardCount)
  /// For each block how many of its rows share their key with another row.
  private(set) var sharedRowCounts: [Int: Int] = [:]

  private enum Places: Sendable {
    case one(Int)
    case many([Int])

    var all: [Int] {
      switch self {
      case .one(let block): [block]
      case .many(let blocks): blocks
      }
    }
  }

  private static func shard(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 56) }

  /// The blocks of a key's rows, in no order.
  func blocks(of key: UInt64) -> [Int] { shards[Self.shard(key)][key]?.all ?? [] }

  /// Whether several rows have the key.
  func isShared(_ key: UInt64) -> Bool {
    if case .many? = shards[Self.shard(key)][key] { true } else { false }
  }

  /// Notes a row; key 0 stands for none.
  mutating func add(_ key: UInt64, block: Int) {
    if key == 0 { return }
    let shard = Self.shard(key)
    guard let places = shards[shard][key] else {
      shards[shard][key] = .one(block)
      return
    }
    let blocks = places.all
    if blocks.count == 1 { count(1, blocks[0]) }
    count(1, block)
    shards[shard][key] = .many(blocks + [block])
  }

  /// Forgets a row.
  mutating func remove(_ key: UInt64, block: Int) {
    if key == 0 { return }
    let shard = Self.shard(key)
    guard var blocks = shards[shard][key]?.all, let index = blocks.firstIndex(of: block) else {
      return
    }
    blocks.remove(at: index)
    if blocks.isEmpty {
      shards[shard][key] = nil
      return
    }
    count(-1, block)
    if blocks.count == 1 { count(-1, blocks[0]) }
    shards[shard][key] = blocks.count == 1 ? .one(blocks[0]) : .many(blocks)
  }

  private mutating func count(_ change: Int, _ block: Int) {
    let new = sharedRowCounts[block, default: 0] + change
    sharedRowCounts[block] = new == 0 ? nil : new
  }

  /// All keys with the number of their rows, for tests.
  var rowCounts: [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for shard in shards { for (key, places) in shard { counts[key] = places.all.count } }
    return counts
  }

  /// A key that tells the same name in two tables apart.
  static func key(_ fingerprint: UInt64, table: Int) -> UInt64 {
    if fingerprint == 0 { return 0 }
    let mixed = (fingerprint ^ UInt64(truncatingIfNeeded: table)) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 29))
  }
}
