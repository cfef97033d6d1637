import CatalogSchema
import LineStore
import TableSyntax

/// Link syntax in a cell that renders as something else than the writer meant.
struct LinkMistakes {
  struct Mistake {
    var range: Range<Int>
    var message: String
    var fix: RowFix?
  }

  /// The mistakes, in the order in which they were found; they do not overlap.
  private(set) var found: [Mistake] = []
  /// Tags of templates, in order.
  private let tags: [Range<Int>]
  let links: InlineLinks
  let cell: Range<Int>
  /// For each byte of the cell whether it is in code, a link or a mistake that was found.
  private var closed: ClosedBytes

  /// Mistakes of a cell, at most, and bytes that a mistake is searched in.
  private static let countMax = 100_000
  static let byteCountMax = 500

  /// Reads a cell.
  ///
  /// - Complexity: O(cell)
  init(_ line: Span<UInt8>, _ cell: Range<Int>, _ links: InlineLinks) {
    self.links = links
    self.cell = cell
    closed = ClosedBytes(of: cell)
    tags = ForeignSpans.templateTags(line, cell)
    readStrays(line)
    for link in links.links { readDestination(line, link) }
    for range in links.opaque + links.links.map(\.range) { closed.insert(range) }
    for bracket in links.brackets { readBracket(line, bracket) }
    readParentheses(line)
    readSchemes(line)
  }

  /// Whether no mistake is searched for at a byte.
  func isClosed(at index: Int) -> Bool { closed.contains(index) }

  /// Whether no mistake is searched for somewhere in a range.
  func isClosed(in range: Range<Int>) -> Bool { closed.intersects(range) }

  mutating func add(
    _ line: Span<UInt8>, _ range: Range<Int>, _ problem: String, title: String = "",
    _ edits: [RowEdit] = []
  ) {
    add(range) {
      (
        "\(line.quoted($0)) is not a link: \(problem)",
        edits.isEmpty ? nil : RowFix(title: title, isSafe: false, edits: edits)
      )
    }
  }

  private mutating func add(
    _ range: Range<Int>, _ explain: (Range<Int>) -> (message: String, fix: RowFix?)
  ) {
    let range = range.clamped(to: cell)
    guard !range.isEmpty, found.count < Self.countMax, !isClosed(in: range) else { return }
    closed.insert(range)
    let (message, fix) = explain(range)
    found.append(Mistake(range: range, message: message, fix: fix))
  }

  // MARK: Strays

  private mutating func readStrays(_ line: Span<UInt8>) {
    var images: [Int: Range<Int>] = [:]
    for link in links.links where link.isImage { images[link.range.upperBound] = link.range }
    let starts = Dictionary(links.links.map { ($0.range.lowerBound, $0) }) { first, _ in first }
    for stray in links.strays where !isClosed(in: stray.range) && !holdsTag(stray.range) {
      switch stray.reason {
      case .noOpening: readUnopened(line, stray, after: images[stray.range.lowerBound])
      case .nested: add(line, stray.range, "a link must not contain another link")
      case .target: readTarget(line, stray, starts)
      }
    }
  }

  /// Whether a template writes a part of a range.
  private func holdsTag(_ range: Range<Int>) -> Bool {
    let next = tags.partitioningIndex { $0.upperBound > range.lowerBound }
    return next < tags.count && tags[next].lowerBound < range.upperBound
  }

  private mutating func readUnopened(
    _ line: Span<UInt8>, _ stray: StrayLink, after image: Range<Int>?
  ) {
    if let image {
      // `![text](url)](url)`
      let start = image.lowerBound
      add(
        line, start..<stray.range.upperBound, "it has no opening “[”", title: "Insert “[”",
        [RowEdit(range: start..<start, replacement: [0x5B])])
      return
    }
    if readDoubledBracket(line, stray) { return }
    let start = cell.lowerBound
    let distance = stray.range.lowerBound - start
    if isEscapedBefore(line, stray.range.lowerBound) { return }
    let isStart =
      distance > 0 && distance < Self.byteCountMax
      && !(start..<stray.range.lowerBound).dropFirst().contains {
        "[]()|,;".utf8.contains(line[$0])
      }
    let wholeRange = isStart ? start..<stray.range.upperBound : stray.range
    let isOther = "{(".utf8.contains(line[start])
    add(
      line, wholeRange, "it has no opening “[”", title: "Insert “[”",
      isStart ? [RowEdit(range: start..<(isOther ? start + 1 : start), replacement: [0x5B])] : [])
  }

  /// `[text]](url)`
  private mutating func readDoubledBracket(_ line: Span<UInt8>, _ stray: StrayLink) -> Bool {
    let close = stray.range.lowerBound
    guard close > cell.lowerBound, line[close - 1] == 0x5D else { return false }
    let next = links.brackets.partitioningIndex { $0.upperBound >= close - 1 }
    guard next < links.brackets.count, links.brackets[next].upperBound == close - 1,
      !links.brackets[next].isEmpty
    else { return false }
    add(
      line, links.brackets[next].lowerBound - 1..<stray.range.upperBound,
      "its text has two closing brackets", title: "Remove “]”",
      [RowEdit(range: close..<close + 1, replacement: [])])
    return true
  }

  /// Whether an escaped bracket opens the text before a place, so that it was meant as text.
  private func isEscapedBefore(_ line: Span<UInt8>, _ place: Int) -> Bool {
    var index = place - 1
    let end = max(cell.lowerBound, place - Self.byteCountMax)
    while index > end {
      if line[index] == 0x5B { return line[index - 1] == UInt8(ascii: "\\") }
      index -= 1
    }
    return false
  }

  /// What follows `](` is no destination.
  private mutating func readTarget(
    _ line: Span<UInt8>, _ stray: StrayLink, _ starts: [Int: InlineLink]
  ) {
    let open = stray.text.upperBound + 1
    let start = line.skip(while: \.isSpace, from: open + 1)
    if start < cell.upperBound, line[start] == UInt8(ascii: "[") {
      readLinkInDestination(line, stray.range.lowerBound, open, start, starts[start])
      return
    }
    let end = stray.range.upperBound
    let isClosed = end > start && line[end - 1] == UInt8(ascii: ")")
    let target = line.withoutBlanks(min(start, end)..<(isClosed ? max(start, end - 1) : end))
    let isBracket = !isClosed && end < cell.upperBound && line[end] == 0x5D
    let text = TargetText(line, target, isClosed: isClosed, endsWithBracket: isBracket)
    let range = stray.range.lowerBound..<(isBracket ? end + 1 : end)
    add(line, range, text.problem, title: text.title, text.edits)
  }

  /// `[a]([url](url))` or `[a]([url)`.
  private mutating func readLinkInDestination(
    _ line: Span<UInt8>, _ start: Int, _ open: Int, _ inner: Int, _ link: InlineLink?
  ) {
    let problem = "its destination must be a URL, not another link"
    let title = "Keep the URL alone"
    if let link {
      let close = line.skip(while: \.isSpace, from: link.range.upperBound)
      let isClosed = close < cell.upperBound && line[close] == UInt8(ascii: ")")
      let end = isClosed ? close + 1 : link.range.upperBound
      let text = line.withoutBlanks(link.text)
      // Of two URLs nobody knows which was meant.
      let isOne = line.isEqual(text, link.destination) || !LinkTargets.isTarget(line, text)
      let edits =
        isOne && LinkTargets.isTarget(line, link.destination)
        ? [RowEdit(range: open + 1..<end, replacement: line.array(link.destination) + [0x29])] : []
      add(line, start..<end, problem, title: title, edits)
      return
    }
    let end = min(cell.upperBound, line.skip(while: { $0 != UInt8(ascii: ")") }, from: inner))
    let isURL = LinkTargets.isTarget(line, inner + 1..<end)
    let isClosed = end < cell.upperBound
    add(
      line, start..<(isClosed ? end + 1 : end), problem, title: "Remove “[”",
      isURL && isClosed ? [RowEdit(range: inner..<inner + 1, replacement: [])] : [])
  }

  // MARK: Destinations

  private mutating func readDestination(_ line: Span<UInt8>, _ link: InlineLink) {
    let url = link.destination
    guard let first = url.first else { return }
    switch line[first] {
    case UInt8(ascii: "["):
      add(
        line, link.range, "its destination must be a URL, not another link",
        title: "Keep the URL alone", Self.innerURL(line, url).map { [$0] } ?? [])
      return
    case UInt8(ascii: "`"):
      let inner = first + 1..<max(first + 1, url.upperBound - 1)
      add(
        line, link.range, "its destination must not be code", title: "Remove the backticks",
        line[url.upperBound - 1] == UInt8(ascii: "`") && LinkTargets.isTarget(line, inner)
          ? [RowEdit(range: url, replacement: line.array(inner))] : [])
      return
    case UInt8(ascii: "("):
      let inner = first + 1..<max(first + 1, url.upperBound - 1)
      if line[url.upperBound - 1] == UInt8(ascii: ")"), LinkTargets.isTarget(line, inner) {
        add(
          line, link.range, "its destination has two pairs of parentheses",
          title: "Remove the inner parentheses",
          [RowEdit(range: url, replacement: line.array(inner))])
        return
      }
    default: break
    }
    if let second = Self.secondURL(line, url) {
      add(
        line, link.range,
        "its destination has two URLs: write a link for \(line.quoted(second))")
      return
    }
    guard let mistake = URLMistake(line, url), !link.isImage || !mistake.lacksScheme else { return }
    add(line, url, mistake)
  }

  /// The URL of a destination that is `[url](url)`, `[text](url)` or `[url`, in its place.
  private static func innerURL(_ line: Span<UInt8>, _ url: Range<Int>) -> RowEdit? {
    let first = url.lowerBound + 1
    let end = line.firstIndex(of: 0x5D, in: first..<url.upperBound)
    let isURL = LinkTargets.isTarget(line, first..<end)
    if end == url.upperBound {
      return isURL ? RowEdit(range: url, replacement: line.array(first..<end)) : nil
    }
    let second = end + 2..<max(end + 2, url.upperBound - 1)
    // Of two URLs nobody knows which was meant.
    guard line.hasPrefix("](", at: end), second.upperBound < url.upperBound,
      isURL ? line.isEqual(first..<end, second) : LinkTargets.isTarget(line, second)
    else { return nil }
    return RowEdit(range: url, replacement: line.array(second))
  }

  private mutating func add(_ line: Span<UInt8>, _ url: Range<Int>, _ mistake: URLMistake) {
    let right = mistake.scheme + line.string(mistake.range.upperBound..<url.upperBound)
    let what =
      mistake.lacksScheme
      ? "has no scheme" : mistake.isIdentifier ? "is no URL" : "has a misspelt scheme"
    add(url) { url in
      (
        "\(line.quoted(url)) \(what): did you mean \(quoted(right))?",
        RowFix(
          title: mistake.lacksScheme
            ? "Insert “https://”" : mistake.isIdentifier ? "Write its URL" : "Correct the scheme",
          isSafe: false,
          edits: [RowEdit(range: mistake.range, replacement: Array(mistake.scheme.utf8))])
      )
    }
  }

  /// Where a second URL begins in a destination after a parenthesis, bracket or comma.
  private static func secondURL(_ line: Span<UInt8>, _ url: Range<Int>) -> Range<Int>? {
    let rest = min(url.upperBound, url.lowerBound + 8)..<url.upperBound
    var index = rest.lowerBound
    while index + 7 < rest.upperBound {
      index = line.firstIndex(of: UInt8(ascii: "h"), in: index..<rest.upperBound)
      if index + 7 < rest.upperBound, "([,;)".utf8.contains(line[index - 1]),
        line.hasPrefix("http://", at: index) || line.hasPrefix("https://", at: index)
      {
        let end = rest.last { !"\\)]".utf8.contains(line[$0]) } ?? index
        return index..<end + 1
      }
      index += 1
    }
    return nil
  }

  // MARK: Schemes

  /// URLs outside links with a misspelt scheme.
  private mutating func readSchemes(_ line: Span<UInt8>) {
    var index = cell.lowerBound
    while index < cell.upperBound {
      index = line.firstIndex(of: UInt8(ascii: ":"), in: index..<cell.upperBound)
      guard index < cell.upperBound else { return }
      if let start = DoubtfulURL.misspeltStart(line, colon: index), start >= cell.lowerBound,
        !isClosed(at: start)
      {
        let end = URLText.end(line, from: index, before: cell.upperBound)
        if let mistake = URLMistake(line, start..<end), !mistake.lacksScheme {
          add(line, start..<end, mistake)
        }
      }
      index += 1
    }
  }
}
