import CatalogSchema

/// Finds the repeated value that a rare one may be a misspelling of.
struct LearnedSpelling: Sendable {
  /// A repeated value as it is compared.
  private struct Label {
    var text: String
    var folded: [UInt8]
    var scalars: [Unicode.Scalar]
  }

  private let labels: [Label]

  /// Compares with the labels of a vocabulary.
  init(_ vocabulary: Vocabulary) {
    labels = vocabulary.terms.map {
      Label(
        text: $0.prefLabel, folded: FoldedText.ofValue($0.prefLabel),
        scalars: Array($0.prefLabel.lowercased().unicodeScalars))
    }
  }

  /// Letters of a value, at least: shorter ones may be different words.
  private static let letterCountMin = 4

  /// The one label that a value differs from by a single letter, or by case, spaces and hyphens
  /// alone; nil for no such label or several.
  ///
  /// - Complexity: O(labels × value)
  func frequentLabel(near value: String) -> String? {
    let scalars = Array(value.lowercased().unicodeScalars)
    let letterCount = scalars.count(where: Letters.isLetter)
    guard letterCount >= Self.letterCountMin else { return nil }
    let folded = FoldedText.ofValue(value)
    var found: String?
    for label in labels {
      if label.folded == folded { return label.text }
      guard Self.isOneLetterOff(scalars, label.scalars) else { continue }
      if found != nil { return nil }
      found = label.text
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
    guard max(one.count, other.count) <= 2, one.allSatisfy(Letters.isLetter),
      other.allSatisfy(Letters.isLetter)
    else { return false }
    if one.count <= 1, other.count <= 1 { return isWithinWord(left, start) }
    return one.count == 2 && other.count == 2 && Array(one) == Array(other.reversed())
  }

  /// A letter that is a word by itself distinguishes things: class A, class B.
  private static func isWithinWord(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      text.indices.contains(index) && Letters.isLetter(text[index])
    }
    return isLetter(index - 1) || isLetter(index + 1)
  }
}
