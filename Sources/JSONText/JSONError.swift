/// Why a text is not valid JSON, and where.
package struct JSONError: Error, Sendable, Equatable {
  /// What is wrong, for people.
  package var message: String
  /// Where, in bytes from the start.
  package var byteOffset: Int
}
