import Synchronization

/// Gives out numbers that no two relations of any catalogs share.
enum RelationNumber {
  private static let last = Atomic<Int>(0)

  /// A number never given before.
  static func next() -> Int { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
