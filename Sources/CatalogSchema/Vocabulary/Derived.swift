import Synchronization

/// A value that is made at its first use and then kept.
final class Derived<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)

  /// The value, by `make` at the first use.
  func get(_ make: () -> Value) -> Value {
    value.withLock { kept in
      if let kept { return kept }
      let made = make()
      kept = made
      return made
    }
  }
}
