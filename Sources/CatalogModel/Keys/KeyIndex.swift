/// Where rows with a fingerprint stand, by the ids of their blocks; a block's id counts once for
/// each of its rows.
///
/// In shards, so that an edit beside a living snapshot copies one shard and not the whole index.
struct KeyIndex: Sendable {
  private static let shardCount = 256

  /// A row's block, and the fingerprints of its name and link.
  struct Place: Sendable, Equatable {
    var block: Int
    var nameKey: UInt64
    var linkKey: UInt64
  }

  /// What the rows are found by.
  enum Kind { case names, links }

  private enum Places: Sendable {
    case one(Place)
    case many([Place])
  }

  private var shards = [[UInt64: Places]](repeating: [:], count: KeyIndex.shardCount)
  /// For each block the fingerprints that its rows share with other rows, once for each row.
  private(set) var sharedKeys: [Int: [UInt64]] = [:]
  private let kind: Kind

  /// An index without rows.
  init(_ kind: Kind) { self.kind = kind }

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
      share(first)
      share(place)
      shards[shard][key] = .many([first, place])
    case .many(var places)?:
      share(place)
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
        unshare(place)
      }
      if places.count == 1 {
        unshare(places[0])
        shards[shard][key] = .one(places[0])
      } else {
        shards[shard][key] = .many(places)
      }
    }
  }

  private func fingerprint(_ place: Place) -> UInt64 {
    kind == .names ? place.nameKey : place.linkKey
  }

  private mutating func share(_ place: Place) {
    sharedKeys[place.block, default: []].append(fingerprint(place))
  }

  private mutating func unshare(_ place: Place) {
    guard var keys = sharedKeys.removeValue(forKey: place.block) else { return }
    if let index = keys.lastIndex(of: fingerprint(place)) { keys.remove(at: index) }
    if !keys.isEmpty { sharedKeys[place.block] = keys }
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
