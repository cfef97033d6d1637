/// Tells work that may take long that nobody waits for it any more.
package struct Interruption: Sendable {
  private let condition: @Sendable () -> Bool

  /// An interruption that comes as soon as a condition holds; asked often, perhaps for each row.
  package init(when condition: @escaping @Sendable () -> Bool) { self.condition = condition }

  /// No interruption.
  package static let never = Interruption { false }

  /// Whether the work is to end.
  package var isDue: Bool { condition() }

  /// Throws where the work is to end.
  package func check() throws(Interrupted) {
    if isDue { throw Interrupted() }
  }
}

/// Work ended before its end because it was told to.
package struct Interrupted: Error {
  /// The one reason there is.
  package init() {}
}
