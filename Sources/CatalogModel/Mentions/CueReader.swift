import CatalogSchema
import TableSyntax

/// Reads what the words before a name announce.
struct CueReader {
  /// What is announced.
  enum Cue { case images, mention }

  /// Bytes before a name in which its cue stands.
  private static let byteCountMax = 160
  /// Words that may stand between a cue and the last name of its list.
  private static let listWordCountMax = 12

  let cues: MentionCues

  /// What the end of a text announces; names in a list share the cue before it.
  func cue(_ bytes: Span<UInt8>, endOf text: Range<Int>) -> Cue? {
    var start = text.upperBound
    while start > text.lowerBound, bytes[start - 1] != UInt8(ascii: "."),
      text.upperBound - start < Self.byteCountMax
    {
      start -= 1
    }
    let words = (start..<text.upperBound).map { bytes[$0].lowercasedASCII }
    if Self.ends(words, with: cues.images) { return .images }
    return Self.ends(words, with: cues.mentions) ? .mention : nil
  }

  /// Whether a phrase stands at the end, with nothing but a list of other names behind it.
  private static func ends(_ text: [UInt8], with phrases: [String]) -> Bool {
    phrases.contains { phrase in
      guard let end = endOfLast(Array(phrase.utf8), in: text) else { return false }
      let rest = text[end...]
      let wordCount = rest.split { " ,&/()[]".utf8.contains($0) }.count
      return wordCount == 0
        || wordCount <= listWordCountMax && rest.contains(UInt8(ascii: ","))
    }
  }

  /// One past the last place where a phrase stands.
  private static func endOfLast(_ phrase: [UInt8], in text: [UInt8]) -> Int? {
    var end = text.count
    while end >= phrase.count, let last = phrase.last {
      if text[end - 1] == last, text[end - phrase.count..<end].elementsEqual(phrase) { return end }
      end -= 1
    }
    return nil
  }
}
