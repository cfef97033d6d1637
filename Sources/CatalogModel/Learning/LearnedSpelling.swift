import CatalogSchema

/// Finds the repeated value that a rare one may be a misspelling of.
enum LearnedSpelling {
  /// Letters of a value, at least: shorter ones may be different words.
  private static let letterCountMin = 4

  /// The one label that a value differs from by a single letter, or by case, blanks and hyphens
  /// alone; nil if there are none or several.
  ///
  /// - Complexity: O(labels × value)
  static func frequentLabel(near value: String, in vocabulary: Vocabulary) -> String? {
    let folded = FoldedText.ofValue(value)
    let scalars = Array(value.lowercased().unicodeScalars)
    guard scalars.count(where: \.properties.isAlphabetic) >= letterCountMin else { return nil }
    var found: String?
    for term in vocabulary.terms {
      let label = term.prefLabel
      let isSame = FoldedText.ofValue(label) == folded
      guard isSame || isOneLetterOff(scalars, Array(label.lowercased().unicodeScalars)) else {
        continue
      }
      if isSame { return label }
      if found != nil { return nil }
      found = label
    }
    return found
  }

  /// One letter put in, left out, put for another, or two neighbours exchanged.
  private static func isOneLetterOff(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar]
  ) -> Bool {
    guard abs(left.count - right.count) <= 1 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    let (one, other) = (left[start..<leftEnd], right[start..<rightEnd])
    guard (one + other).allSatisfy(\.properties.isAlphabetic) else { return false }
    if one.count <= 1, other.count <= 1 { return standsInWord(left, start) }
    return one.count == 2 && other.count == 2 && Array(one) == Array(other.reversed())
  }

  /// A letter that is a word by itself tells things apart: class A, class B.
  private static func standsInWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      text.indices.contains(index) && text[index].properties.isAlphabetic
    }
    return isLetter(index - 1) || isLetter(index + 1)
  }
}
