/// Something wrong in a configuration or schema file, and where.
package struct ConfigurationProblem: Sendable, Equatable {
  /// What is wrong and what to do.
  package var message: String
  /// The bytes it is about.
  package var byteRange: Range<Int>

  /// A problem from its parts.
  package init(message: String, byteRange: Range<Int>) {
    self.message = message
    self.byteRange = byteRange
  }
}
