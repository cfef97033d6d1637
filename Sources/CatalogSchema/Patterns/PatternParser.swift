/// Reads a pattern's text; refuses what it does not support, with the place.
struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  private typealias Failure = PatternFailure

  /// The whole pattern.
  mutating func parse() throws(PatternFailure) -> PatternNode {
    _ = takes("^")
    let node = try choice()
    if index < scalars.count { throw failure("“)” closes no group") }
    return node
  }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  /// A failure at a character, the next one if none is named.
  private func failure(_ reason: String, at place: Int? = nil) -> Failure {
    Failure(message: "\(reason) (character \((place ?? index) + 1))")
  }

  private mutating func take() throws(Failure) -> Unicode.Scalar {
    guard let scalar = next else { throw failure("it ends too early") }
    index += 1
    return scalar
  }

  private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  private mutating func choice() throws(Failure) -> PatternNode {
    var parts = [try sequence()]
    while takes("|") { parts.append(try sequence()) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() throws(Failure) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "$", index + 1 == scalars.count {
        index += 1
        break
      }
      parts.append(try repeated(try atom()))
    }
    return .sequence(parts)
  }

  private mutating func repeated(_ node: PatternNode) throws(Failure) -> PatternNode {
    guard let counts = try counts() else { return node }
    if let again = next, "?*+{".unicodeScalars.contains(again) {
      throw failure("“\(again)” must not follow another repetition")
    }
    return .repetition(node, counts)
  }

  private mutating func counts() throws(Failure) -> PatternNode.Counts? {
    switch next {
    case "?": index += 1; return PatternNode.Counts(min: 0, max: 1)
    case "*": index += 1; return PatternNode.Counts(min: 0)
    case "+": index += 1; return PatternNode.Counts(min: 1)
    case "{":
      index += 1
      let min = try number()
      var max: Int? = min
      if takes(",") { max = next == "}" ? nil : try number() }
      guard try take() == "}", max.map({ $0 >= min }) ?? true else {
        throw failure("“{” must be followed by a number, or two in order, and “}”")
      }
      return PatternNode.Counts(min: min, max: max)
    default: return nil
    }
  }

  private mutating func number() throws(Failure) -> Int {
    var number = 0
    let start = index
    while let digit = next, ("0"..."9").contains(digit) {
      number = number * 10 + Int(digit.value - 0x30)
      if number > SchemaLimits.repetitionCountMax {
        throw failure("a part must have at most \(SchemaLimits.repetitionCountMax) repetitions")
      }
      index += 1
    }
    if start == index { throw failure("“{” must be followed by a number") }
    return number
  }

  private mutating func atom() throws(Failure) -> PatternNode {
    let scalar = try take()
    switch scalar {
    case ".": return .set(ScalarSet(isNegated: true))
    case "(": return try group()
    case "[": return .set(try set())
    case "\\": return .set(try escape())
    case "^", "$": throw failure("“\(scalar)” must be at an end of the pattern", at: index - 1)
    case "?", "*", "+", "{": throw failure("“\(scalar)” must follow what it repeats", at: index - 1)
    default: return .set(ScalarSet(scalar))
    }
  }

  private mutating func group() throws(Failure) -> PatternNode {
    let start = index - 1
    if takes("?"), !takes(":") {
      throw failure("groups with “(?” other than “(?:” are not supported")
    }
    depth += 1
    if depth > SchemaLimits.patternDepthMax {
      throw failure("groups must be nested at most \(SchemaLimits.patternDepthMax) deep")
    }
    let node = try choice()
    guard takes(")") else { throw failure("the group is not closed", at: start) }
    depth -= 1
    return node
  }

  // MARK: Sets

  private mutating func set() throws(Failure) -> ScalarSet {
    let start = index - 1
    var set = ScalarSet(isNegated: takes("^"))
    repeat {
      if next == nil { throw failure("the set is not closed", at: start) }
      let scalar = try take()
      if scalar == "[" { throw failure("“[” in a set must be written “\\[”", at: index - 1) }
      if scalar == "\\" {
        let escaped = try escape()
        guard let low = escaped.only else {
          set.add(escaped)
          continue
        }
        set.add(try range(from: low))
      } else {
        set.add(try range(from: scalar))
      }
    } while !takes("]")
    return set
  }

  /// A character of a set, or the range that it begins.
  private mutating func range(
    from low: Unicode.Scalar
  ) throws(Failure) -> ClosedRange<Unicode.Scalar> {
    guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
      return low...low
    }
    index += 1
    var high = try take()
    if high == "\\" {
      guard let escaped = try escape().only else {
        throw failure("a range must end with a character")
      }
      high = escaped
    }
    guard low <= high else { throw failure("a range must be in order") }
    return low...high
  }

  private mutating func escape() throws(Failure) -> ScalarSet {
    let start = index - 1
    let scalar = try take()
    switch scalar {
    case "d", "D": return ScalarSet(.digit, isNegated: scalar == "D")
    case "w", "W": return ScalarSet(.word, isNegated: scalar == "W")
    case "s", "S": return ScalarSet(.space, isNegated: scalar == "S")
    case "p", "P": return try property(from: start, isNegated: scalar == "P")
    case "t": return ScalarSet("\t")
    default:
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        throw failure("“\\\(scalar)” is not supported", at: start)
      }
      return ScalarSet(scalar)
    }
  }

  /// Reads `{…}` after `\p`, which starts at a place.
  private mutating func property(
    from start: Int, isNegated: Bool
  ) throws(Failure) -> ScalarSet {
    guard takes("{") else { throw failure("“\\p” must be followed by “{”", at: start) }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      index += 1
    }
    guard takes("}") else { throw failure("“\\p{” is not closed", at: start) }
    guard let kind = ScalarSet.Kind(property: name) else {
      let names = ScalarSet.Kind.properties.map(\.name).joined(separator: ", ")
      throw failure(
        "“\\p{\(Quotation.of(name))}” is not supported, only \(names)", at: start)
    }
    return ScalarSet(kind, isNegated: isNegated)
  }
}
