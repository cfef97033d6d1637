import JSONText

extension SchemaReader {
  /// A member that is a pattern; nil where it is missing or invalid, or where all patterns together
  /// are too long.
  mutating func pattern(_ value: JSONValue, _ key: String) -> TextPattern? {
    guard let source = string(value, key) else { return nil }
    let place = value[key] ?? value
    let max = SchemaLimits.patternStepTotalMax
    if patternStepCount >= max {
      report("Patterns must have at most \(max) steps in all: shorten or remove some", at: place)
      return nil
    }
    do throws(PatternFailure) {
      let pattern = try TextPattern(source)
      patternStepCount += pattern.stepCount
      return pattern
    } catch {
      patternStepCount += SchemaLimits.patternStepCountMax
      report("The pattern cannot be used: \(error.message)", at: place)
      return nil
    }
  }
}
