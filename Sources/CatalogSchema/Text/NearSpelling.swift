/// A value that can be a misspelling of a label: at least five letters, and no two capitals in a
/// row, since acronyms differ by single letters.
struct NearSpelling {
  private let text: [Unicode.Scalar]
  /// The value's `Letters.mask`.
  let mask: UInt64

  /// Reads a value; nil also where it has more than `scalarCountMax` scalars.
  init?(_ line: Span<UInt8>, _ range: Range<Int>, scalarCountMax: Int) {
    guard range.count <= scalarCountMax * 4,
      let scalars = Self.scalars(line, range, countMax: scalarCountMax)
    else { return nil }
    var letterCount = 0
    var followsCapital = false
    for scalar in scalars {
      let isCapital = Letters.isCapital(scalar)
      if isCapital && followsCapital { return nil }
      followsCapital = isCapital
      if Letters.isLetter(scalar) { letterCount += 1 }
    }
    guard letterCount >= 5 else { return nil }
    text = Letters.folded(scalars)
    mask = Letters.mask(text)
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

  /// Whether the value is the label with one letter inserted, missing, doubled or transposed.
  ///
  /// Never another letter, digit or sign; the first letter must be equal.
  func isOneTypo(from label: [Unicode.Scalar]) -> Bool {
    guard abs(label.count - text.count) <= 1, label.first == text.first, label != text else {
      return false
    }
    var start = 0
    while start < min(text.count, label.count), text[start] == label[start] { start += 1 }
    if text.count == label.count { return isTransposition(of: label, at: start) }
    let (longer, shorter) = text.count > label.count ? (text, label) : (label, text)
    return Letters.isLetter(longer[start]) && longer[(start + 1)...] == shorter[start...]
  }

  private func isTransposition(of label: [Unicode.Scalar], at start: Int) -> Bool {
    guard start + 1 < text.count, Letters.isLetter(text[start]), Letters.isLetter(text[start + 1])
    else { return false }
    return text[start] == label[start + 1] && text[start + 1] == label[start]
      && text[(start + 2)...] == label[(start + 2)...]
  }
}
