/// How much is said of what takes a look at more than the lines around.
enum ProblemDepth {
  /// All, with places and fixes.
  case full
  /// As much as an editor shows by itself.
  case brief
}
