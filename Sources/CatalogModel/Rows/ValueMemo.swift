import Synchronization

/// What a column's items are, remembered by the value's text: rows whose cells have to be seen
/// together are read column by column, and again when their problems are put into words.
///
/// Of a million rows of which 15 % are damaged a third of the time of a check went into looking the
/// same values up again.
final class ValueMemo: Sendable {
  /// Texts beyond which the memory is emptied, and bytes beyond which a text is not kept.
  private static let countMax = 1 << 12
  static let byteCountMax = 256

  /// The items of a text, their places counted from its start.
  struct Known: Sendable {
    var items: [CellItem]
    /// Whether the column takes all of them.
    var isAccepted: Bool
  }

  private struct State {
    var indices = FingerprintMap<UInt32>(placeholder: 0)
    var known: ContiguousArray<Known> = []
  }

  private let state = Mutex(State())

  /// What is known of a text.
  subscript(fingerprint: UInt64) -> Known? {
    state.withLock { state in
      state.indices[fingerprint].map { state.known[Int($0)] }
    }
  }

  /// Remembers what is found out of a text.
  func remember(_ known: Known, _ fingerprint: UInt64) {
    state.withLock { state in
      if state.known.count >= Self.countMax { state = State() }
      state.indices[fingerprint] = UInt32(truncatingIfNeeded: state.known.count)
      state.known.append(known)
    }
  }
}
