import Synchronization

/// What a column says of values, remembered by their text: rows whose cells have to be seen
/// together are read column by column, and again when their problems are put into words.
///
/// Of a million rows of which 15 % are damaged a third of the time of a check went into looking the
/// same values up again.
final class ValueMemo: Sendable {
  /// Texts beyond which the memory is emptied, and bytes beyond which a text is not kept.
  private static let countMax = 1 << 12
  static let byteCountMax = 256

  /// What a column says of a text as a whole.
  struct Verdict: Sendable {
    /// Whether it takes all items.
    var isAccepted: Bool
    /// Whether it knows all items without a guess, and there are some.
    var isKnown: Bool
  }

  private struct State {
    var verdicts = FingerprintMap(placeholder: Verdict(isAccepted: false, isKnown: false))
    var indices = FingerprintMap<UInt32>(placeholder: 0)
    var items: ContiguousArray<[CellItem]> = []
  }

  private let state = Mutex(State())

  /// The items of a text, their places counted from its start.
  func items(_ fingerprint: UInt64) -> [CellItem]? {
    state.withLock { state in
      state.indices[fingerprint].map { state.items[Int($0)] }
    }
  }

  /// What is said of a text, for those who do not look at its items: to hand these about costs more
  /// than to look them up.
  func verdict(_ fingerprint: UInt64) -> Verdict? {
    state.withLock { $0.verdicts[fingerprint] }
  }

  /// Remembers the items of a text.
  func remember(_ items: [CellItem], _ fingerprint: UInt64) {
    state.withLock { state in
      if state.items.count >= Self.countMax { state = State() }
      state.indices[fingerprint] = UInt32(truncatingIfNeeded: state.items.count)
      state.items.append(items)
    }
  }

  /// Remembers what is said of a text.
  func remember(_ verdict: Verdict, _ fingerprint: UInt64) {
    state.withLock { state in
      if state.verdicts.count >= Self.countMax { state = State() }
      state.verdicts[fingerprint] = verdict
    }
  }
}
