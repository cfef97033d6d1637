/// A dataset's name in another row's text.
package struct Mention: Sendable, Equatable {
  /// The row that mentions it.
  package var line: Int
  /// Its place in the line, in bytes.
  package var range: Range<Int>
  /// The row of the mentioned dataset.
  package var target: Int
  /// Whether the words before it say that images are shared.
  package var sharesImages: Bool
}
