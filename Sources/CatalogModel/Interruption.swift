/// Tells work that may take long that nobody waits for it any more.
package struct Interruption: Sendable {
  private let isDue: @Sendable () -> Bool

  /// An interruption that comes as soon as a condition holds; asked often, perhaps for each row.
  package init(when isDue: @escaping @Sendable () -> Bool) { self.isDue = isDue }

  /// No interruption.
  package static let never = Interruption { false }

  /// Throws where the work is to end.
  package func check() throws(Interrupted) {
    if isDue() { throw Interrupted() }
  }
}

/// Work ended before its end because it was told to.
package struct Interrupted: Error {
  /// The one reason there is.
  package init() {}
}
