/// The tables without a schema, grouped by their headers.
///
/// In shards, so that an edit next to a living snapshot copies one shard.
struct LearnedGroups: Sendable {
  private static let shardCount = 64

  private var shards = [[HeaderKey: LearnedGroup]](
    repeating: [:], count: LearnedGroups.shardCount)
  /// Hash of all that the groups repeat, 0 for nothing.
  private(set) var digest: UInt64 = 0

  private static func shard(_ key: HeaderKey) -> Int {
    Int(truncatingIfNeeded: key.contentHash >> 58)
  }

  /// The group of some headers.
  subscript(key: HeaderKey) -> LearnedGroup? { shards[Self.shard(key)][key] }

  /// Changes a group; one without tables is removed. Returns whether it now repeats other values.
  ///
  /// - Complexity: that of the change
  mutating func update(_ key: HeaderKey, _ change: (inout LearnedGroup) -> Void) -> Bool {
    let shard = Self.shard(key)
    var before: UInt64 = 0
    var after: UInt64 = 0
    func run(_ group: inout LearnedGroup) {
      before = group.state.digest
      change(&group)
      after = group.state.digest
    }
    run(&shards[shard][key, default: LearnedGroup(key)])
    if shards[shard][key]?.tableIDs.isEmpty == true {
      shards[shard][key] = nil
      after = 0
    }
    digest = digest &- Self.part(key, before) &+ Self.part(key, after)
    return before != after
  }

  private static func part(_ key: HeaderKey, _ digest: UInt64) -> UInt64 {
    digest == 0 ? 0 : (digest ^ key.contentHash) &* 0x9E37_79B9_7F4A_7C15
  }
}
