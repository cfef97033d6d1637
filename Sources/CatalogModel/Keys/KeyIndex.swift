/// Where rows with a fingerprint stand, by the ids of their blocks; a block's id counts once for
/// each of its rows.
///
/// In shards, so that an edit beside a living snapshot copies one shard and not the whole index.
struct KeyIndex: Sendable {
  private static let shardCount = 256

  /// A row's block, and the fingerprint of its link.
  struct Place: Sendable, Equatable {
    var block: Int
    var linkKey: UInt64
  }

  private enum Places: Sendable {
    case one(Place)
    case many([Place])
  }

  private var shards = [[UInt64: Places]](repeating: [:], count: KeyIndex.shardCount)
  /// For each block how many of its rows share their key with another row.
  private(set) var sharedRowCounts: [Int: Int] = [:]

  private static func shard(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 56) }

  /// The rows of a key, in no order.
  func places(of key: UInt64) -> [Place] {
    switch shards[Self.shard(key)][key] {
    case nil: []
    case .one(let place)?: [place]
    case .many(let places)?: places
    }
  }

  /// Whether several rows have the key.
  func isShared(_ key: UInt64) -> Bool {
    if case .many? = shards[Self.shard(key)][key] { true } else { false }
  }

  /// Whether rows have the key, and none of them this link.
  func isLinkedElsewhere(_ key: UInt64, than linkKey: UInt64) -> Bool {
    switch shards[Self.shard(key)][key] {
    case nil: false
    case .one(let place)?: place.linkKey != linkKey
    case .many(let places)?: !places.contains { $0.linkKey == linkKey }
    }
  }

  /// Notes a row; key 0 stands for none.
  mutating func add(_ key: UInt64, _ place: Place) {
    if key == 0 { return }
    let shard = Self.shard(key)
    switch shards[shard].removeValue(forKey: key) {
    case nil: shards[shard][key] = .one(place)
    case .one(let first)?:
      count(1, first.block)
      count(1, place.block)
      shards[shard][key] = .many([first, place])
    case .many(var places)?:
      count(1, place.block)
      places.append(place)
      shards[shard][key] = .many(places)
    }
  }

  /// Forgets a row.
  mutating func remove(_ key: UInt64, _ place: Place) {
    if key == 0 { return }
    let shard = Self.shard(key)
    switch shards[shard].removeValue(forKey: key) {
    case nil: break
    case .one(let only)?:
      if only != place { shards[shard][key] = .one(only) }
    case .many(var places)?:
      if let index = places.lastIndex(of: place) {
        places.remove(at: index)
        count(-1, place.block)
      }
      if places.count == 1 {
        count(-1, places[0].block)
        shards[shard][key] = .one(places[0])
      } else {
        shards[shard][key] = .many(places)
      }
    }
  }

  private mutating func count(_ change: Int, _ block: Int) {
    let new = sharedRowCounts[block, default: 0] + change
    sharedRowCounts[block] = new == 0 ? nil : new
  }

  /// All keys with the number of their rows, for tests.
  var rowCounts: [UInt64: Int] {
    var counts: [UInt64: Int] = [:]
    for shard in shards { for key in shard.keys { counts[key] = places(of: key).count } }
    return counts
  }

  /// A key that tells the same name in two tables apart.
  static func key(_ fingerprint: UInt64, table: Int) -> UInt64 {
    if fingerprint == 0 { return 0 }
    let mixed = (fingerprint ^ UInt64(truncatingIfNeeded: table)) &* 0x9E37_79B9_7F4A_7C15
    return max(1, mixed ^ (mixed >> 29))
  }
}
