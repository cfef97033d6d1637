/// A value long and plain enough to be taken for a misspelling of a label.
///
/// At least five letters, and no two capitals in a row: acronyms differ by single letters.
struct NearSpelling {
  private let text: [Unicode.Scalar]
  /// The kinds of letters, as `Letters.mask` tells them.
  let mask: UInt64

  /// Reads a value; nil also where it is longer than so many scalars.
  init?(_ line: Span<UInt8>, _ range: Range<Int>, scalarCountMax: Int) {
    guard range.count <= scalarCountMax * 4,
      let scalars = Self.scalars(line, range, countMax: scalarCountMax)
    else { return nil }
    var letterCount = 0
    var isBehindCapital = false
    for scalar in scalars {
      let isCapital = Letters.isCapital(scalar)
      if isCapital && isBehindCapital { return nil }
      isBehindCapital = isCapital
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
  /// Never a letter put for another, never a digit or a sign, and the first letter is the same.
  func isOneSlip(from label: [Unicode.Scalar]) -> Bool {
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

/// Text as letters, for comparison by distance.
enum Letters {
  /// The scalars of a text in small letters.
  static func folded(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

  /// Scalars in small letters.
  static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if scalars.allSatisfy(\.isASCII) {
      return scalars.map { isCapital($0) ? Unicode.Scalar(UInt8(ascii: $0) | 0x20) : $0 }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return folded(String(text))
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }

  /// One bit for each kind of letter: an edit of one letter changes two bits at most.
  static func mask(_ text: [Unicode.Scalar]) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
