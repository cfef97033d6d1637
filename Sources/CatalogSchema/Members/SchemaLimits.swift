/// How much a configuration may hold; what goes beyond is refused at its place.
package enum SchemaLimits {
  /// Bytes of a file.
  package static let byteCountMax = 4 << 20
  /// Problems that are reported of a file.
  static let problemCountMax = 100
  /// Labels of all terms together; the same number of items of other lists.
  static let itemCountMax = 50_000
  /// Items of a list that does not hold labels.
  static let listItemCountMax = 1_000
  /// Bytes of a string.
  static let stringByteCountMax = 10_000
  /// Names that a message lists.
  static let shownNameCountMax = 10

  /// Groups within groups of a pattern.
  static let patternDepthMax = 32
  /// Repetitions of a part of a pattern.
  static let repetitionCountMax = 1_000
  /// Steps of a pattern once its repetitions are written out.
  static let patternStepCountMax = 1_000
  /// Steps of all patterns together.
  static let patternStepTotalMax = 200_000
}
