import CatalogSchema
import TableSyntax

/// Reads what the words before a name announce.
struct CueReader {
  /// What is announced.
  enum Cue {
    /// A dataset whose images are shared.
    case images
    /// A dataset that is mentioned otherwise.
    case mention
  }

  /// Bytes before a name that may hold its cue.
  private static let byteCountMax = 160
  /// Words between a cue and the last name of its list, at most.
  private static let listWordCountMax = 12

  let cues: MentionCues

  /// What the end of a text announces: its last cue, where nothing but an article or a list of
  /// other names stands behind it.
  func cue(_ bytes: Span<UInt8>, endOf text: Range<Int>) -> Cue? {
    var start = text.upperBound
    while start > text.lowerBound, bytes[start - 1] != UInt8(ascii: "."),
      text.upperBound - start < Self.byteCountMax
    {
      start -= 1
    }
    let words = (start..<text.upperBound).map { bytes[$0].lowercasedASCII }
    let images = Self.lastEnd(of: cues.images, in: words)
    let mentions = Self.lastEnd(of: cues.mentions, in: words)
    guard let end = [images, mentions].compactMap({ $0 }).max(), Self.announces(words[end...])
    else { return nil }
    return end == images ? .images : .mention
  }

  /// One past the last occurrence of any of the phrases.
  private static func lastEnd(of phrases: [String], in text: [UInt8]) -> Int? {
    phrases.compactMap { endOfLast(Array($0.utf8), in: text) }.max()
  }

  /// One past the last occurrence of a phrase.
  private static func endOfLast(_ phrase: [UInt8], in text: [UInt8]) -> Int? {
    var end = text.count
    while end >= phrase.count, let last = phrase.last {
      if text[end - 1] == last, text[end - phrase.count..<end].elementsEqual(phrase) { return end }
      end -= 1
    }
    return nil
  }

  /// Whether only an article or a list of other names is between a cue and a name.
  private static func announces(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split { " \t()[]*_".utf8.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    let names = words.reversed().drop { ["the", "a", "an"].contains($0) }
    guard let last = names.first else { return true }
    let isListed = ["and", "or"].contains(last) || last.last.map { ",/&+;".contains($0) } == true
    return isListed && names.count <= listWordCountMax
  }
}
