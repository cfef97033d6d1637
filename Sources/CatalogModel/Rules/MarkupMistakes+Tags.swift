import LineStore
import TableSyntax

/// HTML tags that are unclosed, misspelt or unknown.
extension MarkupMistakes {
  /// A tag that CommonMark reads.
  private struct Tag {
    let range: Range<Int>
    let name: String
    let isEnd: Bool
    /// Whether it has attributes with values, or closes itself.
    let isRich: Bool

    init?(_ line: Span<UInt8>, _ range: Range<Int>) {
      guard range.count > 2, line[range.lowerBound] == UInt8(ascii: "<") else { return nil }
      self.range = range
      isEnd = line[range.lowerBound + 1] == UInt8(ascii: "/")
      let start = range.lowerBound + (isEnd ? 2 : 1)
      let end = line.skip(
        while: { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }, from: start)
      guard end > start, line[start].isLetter, line[end].isSpace || "/>".utf8.contains(line[end])
      else { return nil }
      name = line.string(start..<end).lowercased()
      isRich =
        line[range.upperBound - 2] == UInt8(ascii: "/")
        || (end..<range.upperBound).contains { line[$0] == UInt8(ascii: "=") }
    }
  }

  mutating func readTags(_ line: Span<UInt8>) {
    let tags = inline.opaque.compactMap { Tag(line, $0) }
    let endNames = readBrokenTags(line)
    readElements(line, tags, brokenEnds: endNames)
    readUnknown(line, tags)
  }

  private mutating func readElements(
    _ line: Span<UInt8>, _ tags: [Tag], brokenEnds: Set<String>
  ) {
    // For each name the places of open tags in `tags`.
    var open: [String: [Int]] = [:]
    for (index, tag) in tags.enumerated() where HTMLNames.isEnded(tag.name) {
      if !tag.isEnd {
        open[tag.name, default: []].append(index)
      } else if open[tag.name]?.popLast() == nil, !others.isHeld(line, "<" + tag.name) {
        add(
          tag.range, "\(line.quoted(tag.range)) closes no tag: remove it",
          title: "Remove \(line.quoted(tag.range))", [RowEdit(range: tag.range, replacement: [])])
      }
    }
    let unclosed = open.filter { !$0.value.isEmpty && !brokenEnds.contains($0.key) }
    for (name, places) in unclosed.sorted(by: { $0.key < $1.key }) {
      let left = places.map { tags[$0] }.filter { !isAnchor(line, $0) && !endsItself(line, $0) }
      reportUnclosed(line, name, left.map(\.range))
    }
  }

  private mutating func reportUnclosed(
    _ line: Span<UInt8>, _ name: String, _ ranges: [Range<Int>]
  ) {
    let end = "</\(name)>"
    if ranges.count == 2, ranges[1].count == name.utf8.count + 2 {
      // The second was meant as the end of the first.
      add(
        ranges[1], "\(line.quoted(ranges[0])) is not closed: did you mean “\(end)” here?",
        also: [ranges[0]], title: "Write “\(end)”",
        [RowEdit(range: ranges[1], replacement: Array(end.utf8))])
    } else {
      for range in ranges { add(range, "\(line.quoted(range)) is not closed: insert “\(end)”") }
    }
  }

  /// Tags of no element of HTML; a pair of them, or one with attributes, is another tool's.
  private mutating func readUnknown(_ line: Span<UInt8>, _ tags: [Tag]) {
    let unknown = tags.filter { !HTMLNames.isKnown($0.name) }
    let names = Set(unknown.filter { !$0.isEnd }.map(\.name))
    let endNames = Set(unknown.filter(\.isEnd).map(\.name))
    var hidden: [Range<Int>] = []
    for tag in unknown where !(tag.isEnd ? names : endNames).contains(tag.name) {
      if let right = Self.nearBreak(tag.name) {
        add(
          tag.range, "\(line.quoted(tag.range)) is no HTML tag: did you mean “\(right)”?",
          title: "Write “\(right)”", [RowEdit(range: tag.range, replacement: Array(right.utf8))])
      } else if !tag.isRich {
        hidden.append(tag.range)
      }
    }
    guard let first = hidden.first else { return }
    add(
      first, "\(line.quoted(first)) is no HTML tag, and many renderers hide it: write “\\<”",
      also: Array(hidden.dropFirst().prefix(Self.countMax)))
  }

  /// Whether a tag marks a place for links, as `<a name="x">`.
  private func isAnchor(_ line: Span<UInt8>, _ tag: Tag) -> Bool {
    tag.name == "a" && !line.contains(" href", in: tag.range)
  }

  private func endsItself(_ line: Span<UInt8>, _ tag: Tag) -> Bool {
    line[tag.range.upperBound - 2] == UInt8(ascii: "/")
  }

  /// `<br>` for a name that is a typo of it.
  private static func nearBreak(_ name: String) -> String? {
    ["be", "bt", "bf", "bd", "vr", "nr", "rb", "brr", "bbr", "b-r"].contains(name) ? "<br>" : nil
  }

  // MARK: Tags that CommonMark does not read

  /// Reads them and returns the names of those that end an element.
  private mutating func readBrokenTags(_ line: Span<UInt8>) -> Set<String> {
    var names: Set<String> = []
    let closed = closedBytes(line)
    var index = cell.lowerBound
    while index < cell.upperBound {
      // `<` and `>`.
      index = line.firstIndex(in: index..<cell.upperBound) {
        ByteMask.equal($0 & 0xFDFD_FDFD_FDFD_FDFD, UInt8(ascii: "<"))
      }
      guard index < cell.upperBound else { break }
      defer { index += 1 }
      if closed.contains(index) { continue }
      let isOpening = line[index] == UInt8(ascii: "<")
      let name = isOpening ? readOpenAngle(line, index) : readCloseAngle(line, index, closed)
      if let name { names.insert(name) }
    }
    return names
  }

  /// `< br>`, `<\br>`, `</br />`, or `<br` and `</sup` without their `>`.
  private mutating func readOpenAngle(_ line: Span<UInt8>, _ start: Int) -> String? {
    let first = line.skip(while: Self.isTagFiller, from: start + 1)
    let end = min(cell.upperBound, line.skip(while: { $0.isLetter }, from: first))
    guard end > first else { return nil }
    let name = line.string(first..<end).lowercased()
    let isEnd = (start..<first).contains { line[$0] == UInt8(ascii: "/") }
    guard HTMLNames.isDistinct(name) || isEnd && HTMLNames.isKnown(name) else {
      return nil
    }
    let right = HTMLNames.isVoid(name) || !isEnd ? "<\(name)>" : "</\(name)>"
    let close = min(cell.upperBound, line.skip(while: Self.isTagFiller, from: end))
    if close < cell.upperBound, line[close] == UInt8(ascii: ">") {
      add(
        start..<close + 1,
        "\(line.quoted(start..<close + 1)) is no HTML tag: did you mean “\(right)”?",
        title: "Write “\(right)”",
        [RowEdit(range: start..<close + 1, replacement: Array(right.utf8))])
      return isEnd ? name : nil
    }
    let isLast = close == cell.upperBound || line[close] == UInt8(ascii: "<")
    guard first <= start + 2, isLast || isEnd && close > end else { return nil }
    let written = line.withoutBlanks(start..<close)
    add(
      written, "\(line.quoted(written)) lacks its “>”", title: "Write “\(right)”",
      [RowEdit(range: written, replacement: Array(right.utf8))])
    return isEnd ? name : nil
  }

  /// `br>` and `/sup>` without their `<`.
  private mutating func readCloseAngle(
    _ line: Span<UInt8>, _ end: Int, _ closed: ClosedBytes
  ) -> String? {
    var last = end
    while last > cell.lowerBound, Self.isTagFiller(line[last - 1]) { last -= 1 }
    var start = last
    while start > cell.lowerBound, last - start < 8, line[start - 1].isLetter { start -= 1 }
    let name = line.string(start..<last).lowercased()
    guard HTMLNames.isDistinct(name) else { return nil }
    let isEnd = byte(line, before: start) == UInt8(ascii: "/")
    let first = isEnd ? start - 1 : start
    var outer = first
    while outer > cell.lowerBound, line[outer - 1].isBlank { outer -= 1 }
    if byte(line, before: outer) == UInt8(ascii: "<") { return nil }
    let before = byte(line, before: first)
    guard isEnd || HTMLNames.isVoid(name), !"<-_=\\/".utf8.contains(before),
      !closed.contains(first),
      isEnd || !(before.isLetter || before.isDigit)
    else { return nil }
    let right = HTMLNames.isVoid(name) ? "<\(name)>" : "</\(name)>"
    add(
      first..<end + 1, "\(line.quoted(first..<end + 1)) lacks its “<”", title: "Write “\(right)”",
      [RowEdit(range: first..<end + 1, replacement: Array(right.utf8))])
    return isEnd ? name : nil
  }

  private static func isTagFiller(_ byte: UInt8) -> Bool {
    byte.isBlank || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }
}
