import LineStore
import TableSyntax

/// Index of the blocks of the text that may contain some words; a search skips the others.
///
/// A Bloom filter of 16,384 bits and three probes for each block's texts, transposed: for each bit
/// the blocks that have it, 64 in a word. Looking up a word reads three words of memory for 64
/// blocks; about one block in a thousand is a false positive. Changed blocks are searched without
/// the index until they are re-read.
struct WordIndex: Sendable {
  private static let bitCount = 1 << 14
  /// Blocks that have a bit in one word.
  static let blockCountOfShard = 64

  /// For each 64 blocks the bits.
  private var shards: [ContiguousArray<UInt64>] = []
  /// The id of the block of each place in the shards.
  private var blockIDs: ContiguousArray<Int> = []
  /// The last place given to a block.
  private var places = FingerprintMap<Int32>(placeholder: 0)
  /// Blocks that have no place, or whose place tells of what they were.
  private(set) var unread: [Int]
  private var unreadIDs: Set<Int>

  /// An index that knows no block yet.
  init(unread: [Int]) {
    self.unread = unread
    unreadIDs = Set(unread)
  }

  /// Places given to blocks, also to what they were before.
  var placeCount: Int { blockIDs.count }

  private static func key(_ id: Int) -> UInt64 { UInt64(truncatingIfNeeded: id) &+ 1 }

  /// Notes that a block is new or was changed.
  mutating func forget(_ id: Int) {
    places[Self.key(id)] = nil
    if unreadIDs.insert(id).inserted { unread.append(id) }
  }

  /// Takes a block that is to be read.
  mutating func popUnread() -> Int? {
    let id = unread.popLast()
    if let id { unreadIDs.remove(id) }
    return id
  }

  /// Gives a block a place; words are added to it until the next block comes.
  mutating func begin(_ id: Int) {
    let place = blockIDs.count
    if place % Self.blockCountOfShard == 0 {
      shards.append(ContiguousArray(repeating: 0, count: Self.bitCount))
    }
    blockIDs.append(id)
    places[Self.key(id)] = Int32(truncatingIfNeeded: place)
  }

  /// Adds a word to the block that has the last place.
  mutating func add(_ word: UInt64) {
    let place = blockIDs.count - 1
    guard place >= 0 else { return }
    let bit: UInt64 = 1 << UInt64(place % Self.blockCountOfShard)
    let (first, second, third) = Self.probes(word)
    let shard = place / Self.blockCountOfShard
    shards[shard][first] |= bit
    shards[shard][second] |= bit
    shards[shard][third] |= bit
  }

  /// The ids of the blocks that may hold all of some words, in no order.
  ///
  /// - Complexity: O(words × blocks / 64 + blocks returned)
  func blocks(with words: [UInt64]) -> [Int] {
    var found = unread
    for (number, shard) in shards.enumerated() {
      var mask = UInt64.max
      for word in words where mask != 0 {
        let (first, second, third) = Self.probes(word)
        mask &= shard[first] & shard[second] & shard[third]
      }
      while mask != 0 {
        let place = number * Self.blockCountOfShard + mask.trailingZeroBitCount
        mask &= mask - 1
        if place < blockIDs.count,
          places[Self.key(blockIDs[place])] == Int32(truncatingIfNeeded: place)
        {
          found.append(blockIDs[place])
        }
      }
    }
    return found
  }

  private static func probes(_ word: UInt64) -> (Int, Int, Int) {
    func probe(_ shift: UInt64) -> Int { Int(truncatingIfNeeded: word >> shift) & (bitCount - 1) }
    return (probe(0), probe(20), probe(40))
  }
}

/// Reads a text's words, as they are looked up.
enum WordReader {
  /// The fingerprints of the words: runs of letters, digits, `_` and what is no ASCII.
  static func words(_ line: Span<UInt8>, _ range: Range<Int>) -> [UInt64] {
    var words: [UInt64] = []
    forEachWord(line, range) { words.append($0) }
    return words
  }

  /// Calls `body` with the fingerprint of each word.
  static func forEachWord(
    _ line: Span<UInt8>, _ range: Range<Int>, _ body: (UInt64) -> Void
  ) {
    var hasher = FingerprintHasher()
    for index in range {
      if line[index].isWordPart {
        hasher.add(line[index])
      } else if !hasher.isEmpty {
        body(hasher.finish())
        hasher = FingerprintHasher()
      }
    }
    if !hasher.isEmpty { body(hasher.finish()) }
  }
}
