/// Text as letters, for comparison by distance.
package enum Letters {
  /// The scalars of a text in lower case.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    folded(Array(text.unicodeScalars))
  }

  /// Scalars in lower case.
  static func folded(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    if scalars.allSatisfy(\.isASCII) {
      return scalars.map { isCapital($0) ? Unicode.Scalar(UInt8(ascii: $0) | 0x20) : $0 }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).lowercased().unicodeScalars)
  }

  /// Whether a scalar is a letter or a mark that letters need.
  package static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  static func isCapital(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
  }

  static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
  }

  /// A set of letters in 64 bits: an edit of one letter changes at most two of them.
  static func mask(_ text: [Unicode.Scalar]) -> UInt64 {
    text.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
  }
}
