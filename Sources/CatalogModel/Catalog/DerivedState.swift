import Synchronization

/// What follows from one state of a catalog, computed when somebody asks.
///
/// The one cache of catalogs: whenever a catalog's state changes, it gets another instance, and
/// everything that was derived from the former state goes with the former instance.
final class DerivedState: Sendable {
  private static let last = Atomic<Int>(0)

  /// A number that no two states share.
  let generation = DerivedState.last.wrappingAdd(1, ordering: .relaxed).newValue
  /// For each type of key the values by key.
  private let values = Mutex<[ObjectIdentifier: any Sendable]>([:])

  /// A value, computed the first time.
  ///
  /// - Complexity: O(1) but for the first time; two threads may compute it at once
  func value<Key: DerivedValue>(_ key: Key, of catalog: Catalog) -> Key.Value {
    let type = ObjectIdentifier(Key.self)
    if let known = values.withLock({ ($0[type] as? [Key: Key.Value])?[key] }) { return known }
    let value = key.derive(from: catalog)
    values.withLock { values in
      // Taken out, so that the dictionary is changed in place.
      var ofType = values.removeValue(forKey: type) as? [Key: Key.Value] ?? [:]
      ofType[key] = value
      values[type] = ofType
    }
    return value
  }
}

/// Something that can be derived from a catalog: the key names it, the function computes it.
protocol DerivedValue: Hashable, Sendable {
  associatedtype Value: Sendable

  func derive(from catalog: Catalog) -> Value
}
