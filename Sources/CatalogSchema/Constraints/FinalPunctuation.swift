/// Punctuation at the end of a text.
package enum FinalPunctuation {
  /// Whether a text ends with punctuation that follows something else.
  package static func ends(_ text: String) -> Bool { length(of: text) > 0 }

  /// Characters of the punctuation at a text's end, 0 if the text is nothing else.
  static func length(of text: String) -> Int {
    let count = text.reversed().prefix { ".!?,;:…。！？".contains($0) }.count
    return count < text.count ? count : 0
  }
}
