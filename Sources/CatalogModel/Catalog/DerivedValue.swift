/// Something that is derived from how the rows of a catalog relate to one another: the key names
/// it, the function computes it.
protocol DerivedValue: Hashable, Sendable {
  associatedtype Value: Sendable

  func derive(from catalog: Catalog) -> Value
}

extension Catalog {
  /// A derived value, computed once for each generation of the relations.
  func derived<Key: DerivedValue>(_ key: Key) -> Key.Value {
    relations.value(key) { key.derive(from: self) }
  }
}
