/// The tables, grouped by their headers.
///
/// In shards, so that an edit next to a living snapshot copies one shard.
struct LearnedGroups: Sendable {
  private static let shardCount = 64

  private var shards = [[HeaderKey: LearnedGroup]](
    repeating: [:], count: LearnedGroups.shardCount)
  /// Groups whose rows may differ from others though their own reading shows nothing.
  private(set) var guessCount = 0

  private static func shard(_ key: HeaderKey) -> Int {
    Int(truncatingIfNeeded: key.contentHash >> 58)
  }

  /// The group of some headers.
  subscript(key: HeaderKey) -> LearnedGroup? { shards[Self.shard(key)][key] }

  /// Changes a group; one without tables is removed. Returns whether its rows now show something
  /// else.
  ///
  /// - Complexity: that of the change
  mutating func update(_ key: HeaderKey, _ change: LearnedChange) -> Bool {
    let shard = Self.shard(key)
    var before = LearnedState()
    var after = LearnedState()
    func run(_ group: inout LearnedGroup) {
      before = group.state
      group.update(change)
      after = group.tableIDs.isEmpty ? LearnedState() : group.state
    }
    run(&shards[shard][key, default: LearnedGroup(key, change.plan)])
    if shards[shard][key]?.tableIDs.isEmpty == true { shards[shard][key] = nil }
    guessCount += (after.hasGuesses ? 1 : 0) - (before.hasGuesses ? 1 : 0)
    return before.digest != after.digest
  }
}
