/// What a column asks of a value by itself, beyond its vocabulary.
package struct ValueConstraints: Sendable {
  /// What the value must be read as.
  package var type: ValueType?
  /// Table Schema's `pattern`.
  package var pattern: TextPattern?
  /// Table Schema's `minimum` and `maximum`, of numbers.
  package var minimum: Double?
  package var maximum: Double?
  /// Table Schema's `minLength` and `maxLength`, in characters.
  package var lengthMin: Int?
  package var lengthMax: Int?
  /// Whether the value is to begin with a capital.
  package var startsWithCapital = false
  /// Whether the value is to end without `.`, `!` and the like.
  package var endsWithoutPunctuation = false
  /// Words that the value may not end with.
  package var forbiddenSuffixes: [String] = []
  /// Whether the row's name may not stand in the value.
  package var isWithoutName = false
  /// Whether the value is to be a code span.
  package var isCode = false

  /// Nothing is asked.
  package init() {}

  /// Bytes of a name beyond which nothing is looked for.
  private static let nameByteCountMax = 256

  /// Whether nothing is asked.
  var isEmpty: Bool {
    type == nil && pattern == nil && minimum == nil && maximum == nil && lengthMin == nil
      && lengthMax == nil && !startsWithCapital && !endsWithoutPunctuation
      && forbiddenSuffixes.isEmpty && !isWithoutName && !isCode
  }

  /// Whether a value can be read as the column's type.
  package func takesType(_ line: Span<UInt8>, _ value: Range<Int>) -> Bool {
    type?.takes(FoldedText.string(line, value)) ?? true
  }

  /// What is wrong with a value that is not empty.
  ///
  /// - Complexity: O(value × pattern)
  package func violations(
    _ line: Span<UInt8>, _ value: Range<Int>, name: String?
  ) -> [ConstraintViolation] {
    let text = FoldedText.string(line, value)
    if let type, !type.takes(text) { return [.of(.type(type.name), value)] }
    if let pattern, !pattern.matches(text) { return [.of(.pattern(pattern.source), value)] }
    if let bound = exceededBound(text) { return [.of(bound, value)] }
    var found: [ConstraintViolation] = []
    if let length = lengthViolation(text) { found.append(.of(length, value)) }
    if isCode, !Self.isCodeSpan(text) { found.append(.of(.noCode, value)) }
    addStyle(line, value, text, &found)
    if isWithoutName, let name, let place = Self.place(of: name, in: text) {
      let start = value.lowerBound + place.lowerBound
      found.append(.of(.repeatedName, start..<start + place.count))
    }
    return found
  }

  private func exceededBound(_ text: String) -> ConstraintViolation.Kind? {
    if minimum == nil, maximum == nil { return nil }
    guard let number = type?.number(text) ?? Double(text) else { return nil }
    if let minimum, number < minimum { return .below(minimum) }
    if let maximum, number > maximum { return .above(maximum) }
    return nil
  }

  private func lengthViolation(_ text: String) -> ConstraintViolation.Kind? {
    if lengthMin == nil, lengthMax == nil { return nil }
    let count = text.count
    if let lengthMin, count < lengthMin { return .tooShort(count, min: lengthMin) }
    if let lengthMax, count > lengthMax { return .tooLong(count, max: lengthMax) }
    return nil
  }

  /// How the value begins and ends.
  private func addStyle(
    _ line: Span<UInt8>, _ value: Range<Int>, _ text: String,
    _ found: inout [ConstraintViolation]
  ) {
    if startsWithCapital, let first = text.first, first.isLowercase {
      let end = value.lowerBound + String(first).utf8.count
      found.append(.of(.smallLetter(first.uppercased()), value.lowerBound..<end))
    }
    if endsWithoutPunctuation {
      let end = text.reversed().prefix { ".!?,;:…。！？".contains($0) }
      if !end.isEmpty, end.count < text.count {
        let count = end.reduce(0) { $0 + String($1).utf8.count }
        found.append(.of(.punctuation, value.upperBound - count..<value.upperBound))
      }
    }
    for suffix in forbiddenSuffixes where Self.isLastWord(suffix, of: text) {
      let start = max(value.lowerBound, value.upperBound - suffix.utf8.count)
      found.append(.of(.suffix(suffix), start..<value.upperBound))
    }
  }

  /// Whether a text ends with a word, in whatever case, and holds more than that.
  private static func isLastWord(_ word: String, of text: String) -> Bool {
    guard text.count > word.count, text.lowercased().hasSuffix(word.lowercased()),
      text.utf8.suffix(word.utf8.count).count == word.utf8.count
    else { return false }
    let before = text.dropLast(word.count).last
    return before.map { !$0.isLetter && !$0.isNumber } ?? false
  }

  private static func isCodeSpan(_ text: String) -> Bool {
    text.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
  }

  /// Where a name stands in a text as a whole word, in bytes of the text.
  private static func place(of name: String, in text: String) -> Range<Int>? {
    let name = Array(name.utf8.map { $0 | 0x20 })
    let bytes = Array(text.utf8)
    guard name.count >= 2, name.count <= min(nameByteCountMax, bytes.count) else { return nil }
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = bytes[index]
      return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }
    return (0...bytes.count - name.count).first { start in
      zip(bytes[start...], name).allSatisfy { $0 | 0x20 == $1 } && !isWord(start - 1)
        && !isWord(start + name.count)
    }.map { $0..<$0 + name.count }
  }
}
