import CatalogSchema
import LineStore
import TableSyntax

/// Finds the mentions of rows in other rows' texts (contract: *Mentions*).
struct MentionReader {
  /// Words that a name has at most, for it to be looked up.
  static let wordCountMax = 6
  /// Bytes of a cell that are looked at.
  static let byteCountMax = 1 << 16
  /// Characters that a name has at least, for it to be meant without a cue.
  private static let clearNameLengthMin = 4

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
        let start = value.lowerBound
        let end = min(value.upperBound, start + Self.byteCountMax)
        found += mentions(in: start..<end, bytes, line)
      }
      return found
    }
  }

  private func isText(_ cell: Int, _ table: CatalogTable) -> Bool {
    cell >= table.plan.columns.count || table.plan.columns[cell].vocabulary == nil
  }

  private func mentions(in value: Range<Int>, _ bytes: Span<UInt8>, _ line: Int) -> [Mention] {
    let inline = InlineLinks(in: bytes, value)
    var found = inline.links.filter { !$0.isImage }.compactMap { link in
      target(bytes, link.text, line).map { target in
        let before = value.lowerBound..<max(value.lowerBound, link.range.lowerBound)
        let cue = cue(bytes, endOf: before)
        return Mention(
          line: line, range: link.text, target: target, sharesImages: cue == .images)
      }
    }
    let links = inline.links.map(\.range)
    var closed = (links + inline.opaque).sorted { $0.lowerBound < $1.lowerBound }[...]
    var index = value.lowerBound
    while index < value.upperBound {
      while let range = closed.first, range.upperBound <= index { closed.removeFirst() }
      if let range = closed.first, range.contains(index) {
        index = range.upperBound
        continue
      }
      let limit = closed.first?.lowerBound ?? value.upperBound
      let open = value.lowerBound..<max(index, min(limit, value.upperBound))
      if let end = addressEnd(bytes, index, in: open) {
        index = end
      } else if isWordStart(bytes, index, value.lowerBound),
        let mention = mention(bytes, from: index, in: open, line)
      {
        found.append(mention)
        index = mention.range.upperBound
      } else {
        index += 1
      }
    }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// One past an address that starts at a byte: one that is a link by itself, or of any scheme.
  private func addressEnd(_ bytes: Span<UInt8>, _ index: Int, in range: Range<Int>) -> Int? {
    if let end = BareAutolink.end(bytes, from: index, in: range) { return end }
    guard bytes.hasPrefix("://", at: index) else { return nil }
    return min(range.upperBound, bytes.skip(while: { !$0.isSpace }, from: index))
  }

  private func isWordStart(_ bytes: Span<UInt8>, _ index: Int, _ start: Int) -> Bool {
    Self.isWord(bytes[index])
      && (index == start || !Self.isWord(bytes[index - 1]) && bytes[index - 1] != 0x40)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "_")
  }

  /// The longest name that starts at a word.
  private func mention(
    _ bytes: Span<UInt8>, from start: Int, in range: Range<Int>, _ line: Int
  ) -> Mention? {
    var ends: [Int] = []
    var index = start
    while index < range.upperBound, ends.count < Self.wordCountMax * 2 {
      let end = min(range.upperBound, bytes.skip(while: Self.isWord, from: index))
      ends.append(end)
      index = end
      while index < range.upperBound, !Self.isWord(bytes[index]) { index += 1 }
      if index - end > 2 { break }
    }
    for end in ends.reversed() where end > start {
      // The name in a mail address is somebody's.
      if end < range.upperBound, bytes[end] == UInt8(ascii: "@") { continue }
      if let target = target(bytes, start..<end, line) {
        let cue = cue(bytes, endOf: range.lowerBound..<start)
        guard cue != nil || isClear(bytes, start..<end) else { continue }
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

  /// Whether a name needs no cue: short ones, terms and names in small letters may be plain words.
  private func isClear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let length = range.count { bytes[$0] & 0xC0 != 0x80 }
    let isPlainWord = range.dropFirst().allSatisfy { bytes[$0].isLetter && bytes[$0] >= 0x61 }
    if length < Self.clearNameLengthMin || isPlainWord { return false }
    return !catalog.configuration.schemas.contains { schema in
      schema.vocabularies.values.contains { $0.matchLabel(bytes, range).known != nil }
    }
  }

  private func cue(_ bytes: Span<UInt8>, endOf text: Range<Int>) -> CueReader.Cue? {
    CueReader(cues: catalog.configuration.cues).cue(bytes, endOf: text)
  }
}
