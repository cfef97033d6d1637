import CatalogSchema
import LineStore
import Synchronization
import TableSyntax

/// A dataset's name in another row's text.
package struct Mention: Sendable {
  /// The row it stands in.
  package var line: Int
  /// Its place in the line, in bytes.
  package var range: Range<Int>
  /// The row of the dataset meant.
  package var target: Int
  /// Whether the words before it say that images are shared.
  package var sharesImages: Bool
}

/// Finds the mentions of rows in other rows' texts (contract: *Mentions*).
struct MentionReader {
  /// Words that a name has at most, for it to be looked up.
  static let wordCountMax = 6

  let catalog: Catalog

  /// The mentions in a row, in order.
  ///
  /// - Complexity: O(words of the row)
  func mentions(inLine line: Int, of table: CatalogTable) -> [Mention] {
    guard table.plan.keyColumn != nil else { return [] }
    return catalog.withRow(line, in: table) { bytes, row in
      var found: [Mention] = []
      for (cell, value) in row.values.enumerated()
      where cell != table.plan.keyColumn && isText(cell, table) {
        found += mentions(in: value, bytes, line)
      }
      return found
    }
  }

  private func isText(_ cell: Int, _ table: CatalogTable) -> Bool {
    cell >= table.plan.columns.count || table.plan.columns[cell].vocabulary == nil
  }

  private func mentions(in value: Range<Int>, _ bytes: Span<UInt8>, _ line: Int) -> [Mention] {
    let inline = InlineLinks(in: bytes, value)
    var found: [Mention] = []
    for link in inline.links {
      if let target = target(bytes, link.text, line) {
        let shares = cue(bytes, before: link.range.lowerBound, from: value.lowerBound)
        found.append(
          Mention(line: line, range: link.text, target: target, sharesImages: shares == .images))
      }
    }
    let closed = inline.links.map(\.range) + inline.opaque
    var index = value.lowerBound
    while index < value.upperBound {
      if let range = closed.first(where: { $0.contains(index) }) {
        index = range.upperBound
      } else if let url = urlEnd(bytes, index, value.upperBound) {
        index = url
      } else if isWordStart(bytes, index, value.lowerBound),
        let mention = mention(bytes, from: index, value, closed, line)
      {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func urlEnd(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int? {
    guard bytes.hasPrefix("http://", at: index) || bytes.hasPrefix("https://", at: index) else {
      return nil
    }
    return min(end, bytes.skip(while: { !$0.isSpace }, from: index))
  }

  private func isWordStart(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
    Self.isWord(bytes[index]) && (index == start || !Self.isWord(bytes[index - 1]))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_")
  }

  /// The longest name that starts at a word.
  private func mention(
    _ bytes: Span<UInt8>, from start: Int, _ value: Range<Int>, _ closed: [Range<Int>],
    _ line: Int
  ) -> Mention? {
    let limit = closed.map(\.lowerBound).filter { $0 > start }.min() ?? value.upperBound
    var ends: [Int] = []
    var index = start
    while index < min(limit, value.upperBound), ends.count < Self.wordCountMax * 2 {
      let end = min(value.upperBound, bytes.skip(while: Self.isWord, from: index))
      ends.append(end)
      index = end
      while index < value.upperBound, !Self.isWord(bytes[index]) { index += 1 }
      if index - end > 2 { break }
    }
    for end in ends.reversed() where end > start {
      if let target = target(bytes, start..<end, line), isMeant(bytes, start..<end, value) {
        let cue = cue(bytes, before: start, from: value.lowerBound)
        return Mention(
          line: line, range: start..<end, target: target, sharesImages: cue == .images)
      }
    }
    return nil
  }

  /// The row of this name, case and all, unless it is the row itself.
  private func target(_ bytes: Span<UInt8>, _ range: Range<Int>, _ line: Int) -> Int? {
    let name = PlainText.bytes(bytes, range)
    let fingerprint = Fingerprint.ofName(bytes, range)
    return catalog.rows(named: name, fingerprint: fingerprint).map(\.line).first { $0 != line }
  }

  /// Short names, terms and names in small letters need a cue: they may be plain words.
  private func isMeant(_ bytes: Span<UInt8>, _ range: Range<Int>, _ value: Range<Int>) -> Bool {
    let isPlainWord = range.allSatisfy { bytes[$0].isLetter && bytes[$0] >= 0x61 }
    let hasCapitalOnlyFirst =
      range.dropFirst().allSatisfy { bytes[$0].isLetter && bytes[$0] >= 0x61 }
    let isTerm = catalog.configuration.schemas.contains { schema in
      schema.vocabularies.values.contains { $0.matchLabel(bytes, range).known != nil }
    }
    if range.count >= 4, !isPlainWord, !hasCapitalOnlyFirst, !isTerm { return true }
    return cue(bytes, before: range.lowerBound, from: value.lowerBound) != nil
  }

  private enum Cue { case images, mention }

  /// What the words directly before a place announce; names in a list share the cue before it.
  private func cue(_ bytes: Span<UInt8>, before end: Int, from start: Int) -> Cue? {
    var from = end
    while from > start, bytes[from - 1] != UInt8(ascii: "."), end - from < 160 { from -= 1 }
    let text = bytes.string(from..<end).lowercased()
    let cues = catalog.configuration.cues
    if Self.ends(text, with: cues.images) { return .images }
    return Self.ends(text, with: cues.mentions) ? .mention : nil
  }

  /// Whether a phrase stands at the end, with nothing but a list of other names behind it.
  private static func ends(_ text: String, with phrases: [String]) -> Bool {
    phrases.contains { phrase in
      guard let place = text.range(ofLast: phrase) else { return false }
      let rest = text[place...].split { " ,&/()[]".contains($0) }
      return rest.isEmpty || text[place...].contains(",") && rest.count <= 12
    }
  }
}

extension String {
  /// One past the last place where a phrase stands.
  fileprivate func range(ofLast phrase: String) -> String.Index? {
    var found: String.Index?
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(phrase) { found = index(start, offsetBy: phrase.count) }
      start = index(after: start)
    }
    return found
  }
}

extension Catalog {
  /// The mentions of other rows in a row.
  package func mentions(inLine line: Int, of table: CatalogTable) -> [Mention] {
    MentionReader(catalog: self).mentions(inLine: line, of: table)
  }

  /// The rows that mention a row, in order.
  ///
  /// - Complexity: O(blocks + bytes of the blocks that may hold the name); the first time O(bytes)
  package func mentions(of target: Int, named name: [UInt8]) -> [Mention] {
    guard let firstByte = name.first else { return [] }
    let reader = MentionReader(catalog: self)
    let words = WordFilter.words(name)
    var found: [Mention] = []
    var first = 0
    for block in facts.indices {
      let count = facts[block].lines.count
      if wordFilter(ofBlock: block).mayHold(words) {
        text.forEachLine(in: first..<first + count) { line, bytes, _ in
          if line != target, Self.contains(bytes, name, firstByte),
            let index = tableIndex(atLine: line), tables[index].bodyLines.contains(line)
          {
            let mentions = reader.mentions(inLine: line, of: tables[index])
            if let mention = mentions.first(where: { $0.target == target }) {
              found.append(mention)
            }
          }
          return true
        }
      }
      first += count
    }
    return found
  }

  private func wordFilter(ofBlock block: Int) -> WordFilter {
    if let known = facts[block].words.withLock({ $0 }) { return known }
    var filter = WordFilter()
    text.forEachLine(ofBlock: block) { _, bytes, _ in filter.add(bytes) }
    facts[block].words.withLock { $0 = filter }
    return filter
  }

  private static func contains(_ bytes: Span<UInt8>, _ name: [UInt8], _ first: UInt8) -> Bool {
    var index = 0
    while index + name.count <= bytes.count {
      if bytes[index] == first {
        var length = 1
        while length < name.count, bytes[index + length] == name[length] { length += 1 }
        if length == name.count { return true }
      }
      index += 1
    }
    return false
  }
}
