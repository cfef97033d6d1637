import CatalogSchema
import LineStore
import TableSyntax

/// Finds the mentions of rows in other rows' texts (contract: *Mentions*).
struct MentionReader {
  /// Words of a name that is looked up, at most.
  private static let wordCountMax = 6
  /// Bytes of a name that is looked up, at most.
  static let nameByteCountMax = 1_000
  /// Bytes of a row's texts in which mentions are looked for, at most.
  static let textByteCountMax = 16 << 10
  /// Words between two checks for an interruption.
  private static let wordsBetweenChecks = 256
  /// Characters of a name that needs no cue, at least.
  private static let clearNameLengthMin = 4

  let catalog: Catalog
  let interruption: Interruption
  let cues: CueReader

  init(catalog: Catalog, interruption: Interruption) {
    self.catalog = catalog
    self.interruption = interruption
    cues = CueReader(cues: catalog.configuration.cues)
  }

  /// The mentions in the first `textByteCountMax` bytes of a row's texts, in order.
  ///
  /// - Complexity: O(bytes of the row)
  func mentions(
    inLine line: Int, of table: CatalogTable
  ) throws(Interrupted) -> [Mention] {
    guard table.plan.keyColumn != nil else { return [] }
    let found = catalog.withRow(line, in: table) { bytes, row -> Result<[Mention], Interrupted> in
      Result { () throws(Interrupted) in
        var found: [Mention] = []
        var byteCount = 0
        for value in row.textValues(bytes, table.plan) where byteCount < Self.textByteCountMax {
          let count = min(value.count, Self.textByteCountMax - byteCount)
          byteCount += count
          try read(
            value.lowerBound..<value.lowerBound + count, bytes, line, into: &found)
        }
        return found
      }
    }
    return try found.get()
  }

  private func read(
    _ value: Range<Int>, _ bytes: Span<UInt8>, _ line: Int, into mentions: inout [Mention]
  ) throws(Interrupted) {
    let inline = InlineLinks(in: bytes, value)
    var found = inline.links.filter { !$0.isImage }
      .compactMap { mention(in: $0, of: value, bytes, line) }
    var closed = ClosedRanges(inline.links.map(\.range) + inline.opaque)
    var wordCount = 0
    var index = value.lowerBound
    while index < value.upperBound {
      if let end = closed.end(at: index) {
        index = end
      } else if !bytes[index].isWordPart {
        index += 1
      } else {
        wordCount += 1
        if wordCount % Self.wordsBetweenChecks == 0 { try interruption.check() }
        let open = value.lowerBound..<max(index, min(value.upperBound, closed.next))
        if let end = addressEnd(bytes, index, in: open) {
          index = end
        } else if let mention = mention(atWord: index, in: open, bytes, line) {
          found.append(mention)
          index = mention.range.upperBound
        } else {
          index = min(open.upperBound, bytes.skip(while: \.isWordPart, from: index))
        }
      }
    }
    mentions += found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// One past the URL that begins at a word, of any scheme or without one.
  private func addressEnd(_ bytes: Span<UInt8>, _ word: Int, in text: Range<Int>) -> Int? {
    if let end = BareAutolink.end(bytes, from: word, in: text) { return end }
    let end = min(text.upperBound, bytes.skip(while: \.isWordPart, from: word))
    guard bytes.hasPrefix("://", at: end) else { return nil }
    return min(text.upperBound, bytes.skip(while: { !$0.isSpace }, from: end))
  }

  // MARK: Names

  /// The whole text of a link if it is a name.
  private func mention(
    in link: InlineLink, of value: Range<Int>, _ bytes: Span<UInt8>, _ line: Int
  ) -> Mention? {
    guard let target = target(bytes, link.text, line) else { return nil }
    let before = value.lowerBound..<max(value.lowerBound, link.range.lowerBound)
    return Mention(
      line: line, range: link.text, target: target,
      sharesImages: cue(bytes, endOf: before) == .images)
  }

  /// The longest name that starts at a word, in whole words.
  private func mention(
    atWord start: Int, in text: Range<Int>, _ bytes: Span<UInt8>, _ line: Int
  ) -> Mention? {
    // The words around the sign of a mail address are no dataset.
    let at = UInt8(ascii: "@")
    if start > text.lowerBound, bytes[start - 1] == at { return nil }
    for end in nameEnds(bytes, start..<text.upperBound).reversed() {
      let name = start..<end
      if end < text.upperBound, bytes[end] == at { continue }
      guard let target = target(bytes, name, line) else { continue }
      let cue = cue(bytes, endOf: text.lowerBound..<start)
      if cue != nil || isClear(bytes, name) {
        return Mention(line: line, range: name, target: target, sharesImages: cue == .images)
      }
    }
    return nil
  }

  /// The ends of words that may be the last of a name.
  private func nameEnds(_ bytes: Span<UInt8>, _ text: Range<Int>) -> [Int] {
    var ends: [Int] = []
    var hash = NamePrefixHasher()
    var count = 0
    var index = text.lowerBound
    while index < text.upperBound, count < Self.wordCountMax * 2 {
      let end = min(text.upperBound, bytes.skip(while: \.isWordPart, from: index))
      hash.add(bytes, index..<end)
      if hash.mayBeName(in: catalog) { ends.append(end) }
      count += 1
      index = min(text.upperBound, bytes.skip(while: { !$0.isWordPart }, from: end))
      if index - end > 2 { break }
      hash.add(bytes, end..<index)
    }
    return ends
  }

  /// The first other row with exactly this name.
  private func target(_ bytes: Span<UInt8>, _ range: Range<Int>, _ line: Int) -> Int? {
    let name = PlainText.bytes(bytes, range)
    if name.count > Self.nameByteCountMax { return nil }
    let fingerprint = Fingerprint.ofName(bytes, range)
    return catalog.firstRow(named: name, fingerprint: fingerprint, besides: line)
  }

  /// Whether a name needs no cue. Short names, terms and names in small letters may be plain words.
  func isClear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let length = range.count { bytes[$0] & 0xC0 != 0x80 }
    let isPlainWord = range.dropFirst().allSatisfy { bytes[$0].isLetter && bytes[$0] >= 0x61 }
    if length < Self.clearNameLengthMin || isPlainWord { return false }
    return !catalog.configuration.schemas.contains { schema in
      schema.vocabularies.values.contains { $0.matchLabel(bytes, range).known != nil }
    }
  }

  private func cue(_ bytes: Span<UInt8>, endOf text: Range<Int>) -> CueReader.Cue? {
    cues.cue(bytes, endOf: text)
  }
}

/// Ranges that a walk from left to right skips.
private struct ClosedRanges {
  private var ranges: ArraySlice<Range<Int>>

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges.sorted { $0.lowerBound < $1.lowerBound }[...]
  }

  /// The end of the range that contains an index; indices must ascend.
  mutating func end(at index: Int) -> Int? {
    while let first = ranges.first, first.upperBound <= index { ranges.removeFirst() }
    guard let first = ranges.first, first.contains(index) else { return nil }
    return first.upperBound
  }

  /// The start of the next range.
  var next: Int { ranges.first?.lowerBound ?? .max }
}

/// The fingerprint of a name that grows word by word; must agree with `Fingerprint.ofName`.
private struct NamePrefixHasher {
  private var hasher = FingerprintHasher()
  /// Whether some bytes are not folded one by one: non-ASCII, escapes, markup.
  private var isOpaque = false

  mutating func add(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    for index in range {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): break
      case UInt8(ascii: "~"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "*"),
        UInt8(ascii: "`"), 0x80...:
        isOpaque = true
      default: hasher.add(bytes[index].lowercasedASCII)
      }
    }
  }

  /// Whether some row may have this name.
  func mayBeName(in catalog: Catalog) -> Bool {
    isOpaque || catalog.names.contains(hasher.finish())
  }
}

extension UInt8 {
  /// Whether a byte is part of a word: a letter, a digit, `_`, or no ASCII.
  var isWordPart: Bool { isLetter || isDigit || self >= 0x80 || self == UInt8(ascii: "_") }
}

extension Row {
  /// The values in which other rows may be mentioned: neither the name nor terms.
  func textValues(_ line: Span<UInt8>, _ plan: TablePlan) -> [Range<Int>] {
    let placement = CellPlacement(line, self, plan)
    return zip(cells, placement.shownColumns(cellCount: cellCount, plan)).compactMap {
      cell, column in
      guard let column else { return cell.value }
      let isText = column != plan.keyColumn && plan.columns[column].vocabulary == nil
      return isText ? cell.value : nil
    }
  }
}
