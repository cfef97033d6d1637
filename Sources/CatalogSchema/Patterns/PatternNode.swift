/// A part of a pattern.
indirect enum PatternNode {
  case set(ScalarSet)
  case sequence([PatternNode])
  case choice([PatternNode])
  case repetition(PatternNode, Counts)

  /// How often a part is repeated; without `max`, any number of times.
  struct Counts {
    var min: Int
    var max: Int?
  }
}

/// Why a pattern cannot be used.
package struct PatternFailure: Error, Equatable {
  /// The reason, for people.
  package var message: String
}
