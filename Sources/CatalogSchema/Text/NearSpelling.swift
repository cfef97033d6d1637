/// A text as it is compared for typos: the one definition of a near candidate.
///
/// Two texts are near if one letter is inserted, missing, doubled or transposed. The longer one has
/// at least five letters, the first letters are equal, and neither has two capitals in a row, since
/// acronyms differ by single letters. Spaces, hyphens and digits are compared as they are.
struct NearSpelling: Sendable {
  /// Letters of the longer text, at least.
  private static let letterCountMin = 5

  /// The scalars in lower case.
  let text: [Unicode.Scalar]
  /// Their `Letters.mask`.
  let mask: UInt64
  private let letterCount: Int
  private let isAcronym: Bool
  /// For each scalar whether it is written as a small letter; empty where lower case has another
  /// number of scalars.
  private let smallLetters: [Bool]

  /// A text as it is written.
  init(_ scalars: [Unicode.Scalar]) {
    text = Letters.folded(scalars)
    mask = Letters.mask(text)
    letterCount = scalars.count(where: Letters.isLetter)
    isAcronym = zip(scalars, scalars.dropFirst()).contains {
      Letters.isCapital($0) && Letters.isCapital($1)
    }
    smallLetters = text.count == scalars.count ? scalars.map(Letters.isSmallLetter) : []
  }

  /// A value; nil where no label of at most `lengthMax` scalars is near.
  init?(_ line: Span<UInt8>, _ range: Range<Int>, lengthMax: Int) {
    let countMax = lengthMax + 1
    guard range.count <= countMax * 4,
      let scalars = Self.scalars(line, range, countMax: countMax)
    else { return nil }
    self.init(scalars)
    if isAcronym || letterCount + 1 < Self.letterCountMin { return nil }
  }

  /// The scalars of a range, nil where there are more.
  private static func scalars(
    _ line: Span<UInt8>, _ range: Range<Int>, countMax: Int
  ) -> [Unicode.Scalar]? {
    for index in range where line[index] >= 0x80 {
      return Array(FoldedText.string(line, range).unicodeScalars)
    }
    return range.count > countMax ? nil : range.map { Unicode.Scalar(line[$0]) }
  }

  /// Whether the value may be a typo of a label.
  ///
  /// - Parameter allowsSubstitution: whether one small letter may replace another
  func isNear(_ label: NearSpelling, allowsSubstitution: Bool) -> Bool {
    guard abs(label.text.count - text.count) <= 1, label.text.first == text.first,
      label.text != text,
      max(letterCount, label.letterCount) >= Self.letterCountMin, !isAcronym, !label.isAcronym
    else { return false }
    var start = 0
    while start < min(text.count, label.text.count), text[start] == label.text[start] {
      start += 1
    }
    if text.count == label.text.count {
      return isTransposition(of: label.text, at: start)
        || allowsSubstitution && isSubstitution(of: label, at: start)
    }
    let (longer, shorter) =
      text.count > label.text.count ? (text, label.text) : (label.text, text)
    return Letters.isLetter(longer[start]) && longer[(start + 1)...] == shorter[start...]
  }

  private func isTransposition(of label: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + 1 < text.count, Letters.isLetter(text[start]), Letters.isLetter(text[start + 1])
    else { return false }
    return text[start] == label[start + 1] && text[start + 1] == label[start]
      && text[(start + 2)...] == label[(start + 2)...]
  }

  private func isSubstitution(of label: NearSpelling, at place: Int) -> Bool {
    guard smallLetters.indices.contains(place), label.smallLetters.indices.contains(place) else {
      return false
    }
    return smallLetters[place] && label.smallLetters[place]
      && text[(place + 1)...] == label.text[(place + 1)...]
  }
}
