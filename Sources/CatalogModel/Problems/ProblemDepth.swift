/// How much of a problem is worked out, where that needs more than the lines around.
package enum ProblemDepth: Sendable {
  /// All, with places and fixes.
  case full
  /// What an editor shows by itself.
  case brief
  /// Whether there is a problem.
  case existence
}
