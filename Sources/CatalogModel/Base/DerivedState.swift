import Synchronization

/// What follows from one state of something, computed when somebody asks.
///
/// The cache of everything derived: whenever the state changes, its owner takes a new instance, and
/// what was derived from the former state goes with the former instance.
final class DerivedState: Sendable {
  private static let last = Atomic<Int>(0)

  /// A number that no two states share.
  let generation = DerivedState.last.wrappingAdd(1, ordering: .relaxed).newValue
  /// For each type of key the values by key.
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// The value of a key, computed the first time.
  ///
  /// - Complexity: O(1) but for the first time; two threads may compute it at once
  func value<Key: Hashable & Sendable, Value: Sendable>(
    _ key: Key, _ compute: () -> Value
  ) -> Value {
    let type = ObjectIdentifier(Key.self)
    if let known = values.withLock({ ($0[type] as? [Key: Value])?[key] }) { return known }
    let value = compute()
    values.withLock { values in
      // Taken out, so that the dictionary is changed in place.
      var ofType = values.removeValue(forKey: type) as? [Key: Value] ?? [:]
      ofType[key] = value
      values[type] = ofType
    }
    return value
  }
}
