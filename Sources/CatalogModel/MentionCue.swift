import CatalogSchema
import TableSyntax

/// What the words before a name announce; names in a list share the cue before the first.
enum MentionCue {
  /// A dataset whose images are shared.
  case images
  /// A dataset that is mentioned otherwise.
  case mention

  /// Bytes before a name that are looked at.
  private static let byteCountMax = 160
  /// Words of a list before a name, at most.
  private static let listWordCountMax = 12

  /// The nearest cue before a name, in its sentence; nil where there is none.
  init?(_ line: Span<UInt8>, before end: Int, from start: Int, _ cues: MentionCues) {
    var from = end
    while from > start, line[from - 1] != UInt8(ascii: "."), end - from < Self.byteCountMax {
      from -= 1
    }
    let text = Array(line.string(from..<end).lowercased().utf8)
    let images = Self.lastEnd(of: cues.images, in: text)
    let mentions = Self.lastEnd(of: cues.mentions, in: text)
    guard let place = [images, mentions].compactMap({ $0 }).max(),
      Self.announces(text[place...])
    else { return nil }
    self = place == images ? .images : .mention
  }

  /// One past the last place where one of the phrases stands.
  private static func lastEnd(of phrases: [String], in text: [UInt8]) -> Int? {
    phrases.compactMap { phrase in
      let phrase = Array(phrase.utf8)
      guard !phrase.isEmpty, phrase.count <= text.count else { return nil }
      return (0...text.count - phrase.count).last { text[$0...].starts(with: phrase) }
        .map { $0 + phrase.count }
    }.max()
  }

  /// Whether nothing stands between a cue and a name but an article or a list of other names.
  private static func announces(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split { " \t()[]*_".utf8.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    let names = words.reversed().drop { ["the", "a", "an"].contains($0) }
    guard let last = names.first else { return true }
    let isListed = ["and", "or"].contains(last) || last.last.map { ",/&+;".contains($0) } == true
    return isListed && names.count <= listWordCountMax
  }
}
