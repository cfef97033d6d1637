import CatalogSchema
import TableSyntax

/// Reads the cue before a name: words like “see” or “images from”.
struct CueReader: Sendable {
  /// What a cue says about the name after it.
  enum Cue {
    /// A dataset whose images are shared.
    case images
    /// A dataset that is mentioned otherwise.
    case mention
  }

  /// Bytes before a name that are searched for its cue.
  private static let byteCountMax = 160
  /// Words between a cue and the last name of its list, at most.
  private static let listWordCountMax = 12

  private let imageCues: [[UInt8]]
  private let mentionCues: [[UInt8]]

  init(cues: MentionCues) {
    imageCues = cues.images.map { Array($0.utf8) }
    mentionCues = cues.mentions.map { Array($0.utf8) }
  }

  /// The last cue in a text, if only an article or a list of other names is after it.
  func cue(_ bytes: Span<UInt8>, endOf text: Range<Int>) -> Cue? {
    var start = text.upperBound
    while start > text.lowerBound, bytes[start - 1] != UInt8(ascii: "."),
      text.upperBound - start < Self.byteCountMax
    {
      start -= 1
    }
    let words = (start..<text.upperBound).map { bytes[$0].lowercasedASCII }
    let images = Self.lastEnd(of: imageCues, in: words)
    let mentions = Self.lastEnd(of: mentionCues, in: words)
    guard let end = [images, mentions].compactMap({ $0 }).max(), Self.announces(words[end...])
    else { return nil }
    return end == images ? .images : .mention
  }

  /// One past the last occurrence of any of the phrases.
  private static func lastEnd(of phrases: [[UInt8]], in text: [UInt8]) -> Int? {
    var found: Int?
    for phrase in phrases {
      if let end = endOfLast(phrase, in: text, after: found ?? 0) { found = end }
    }
    return found
  }

  /// One past the last occurrence of a phrase that ends after a place.
  private static func endOfLast(
    _ phrase: [UInt8], in text: [UInt8], after start: Int
  ) -> Int? {
    guard let last = phrase.last else { return nil }
    var end = text.count
    while end >= phrase.count, end > start {
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
