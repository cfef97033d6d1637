/// An inline link `[text](destination "title")` (GFM 0.29 §6.6); ranges are bytes of the line.
public struct InlineLink: Sendable, Equatable {
  /// From `[` to one past `)`.
  public var range: Range<Int>
  /// Between the brackets.
  public var text: Range<Int>
  /// The destination without `<` and `>`.
  public var destination: Range<Int>
  /// Whether it is an image's description, `![text](destination)`.
  public var isImage: Bool
}

/// Finds the inline links of a cell as CommonMark reads them.
public struct InlineLinks: Sendable {
  /// The links, by where they end.
  public private(set) var links: [InlineLink] = []
  /// Where `](` stands and is no link: from the bracket that was meant to open it.
  public private(set) var strays: [Range<Int>] = []
  /// Code spans, autolinks and HTML tags: no place for links.
  public private(set) var opaque: [Range<Int>] = []

  private struct Opener {
    var offset: Int
    var isImage: Bool
    var isActive = true
  }

  private var openers: [Opener] = []

  /// Reads one cell.
  ///
  /// - Complexity: O(bytes) but for unmatched backtick runs, each of which looks once to the end.
  public init(in line: Span<UInt8>, _ cell: Range<Int>) {
    let cell = cell.clamped(to: 0..<line.count)
    guard Self.hasBracket(line, cell) else { return }
    var index = cell.lowerBound
    while index < cell.upperBound { index = step(line, at: index, end: cell.upperBound) }
  }

  private static func hasBracket(_ line: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    for index in cell where line[index] == UInt8(ascii: "]") { return true }
    return false
  }

  /// Reads what stands at `index` and returns where to go on.
  private mutating func step(_ line: Span<UInt8>, at index: Int, end: Int) -> Int {
    switch line[index] {
    case UInt8(ascii: "\\"):
      return index + 1 < end && line[index + 1].isPunctuation ? index + 2 : index + 1
    case UInt8(ascii: "`"):
      return skipCode(line, at: index, end: end)
    case UInt8(ascii: "<"):
      return skipTag(line, at: index, end: end)
    case UInt8(ascii: "!") where index + 1 < end && line[index + 1] == UInt8(ascii: "["):
      openers.append(Opener(offset: index + 1, isImage: true))
      return index + 2
    case UInt8(ascii: "["):
      openers.append(Opener(offset: index, isImage: false))
      return index + 1
    case UInt8(ascii: "]"):
      return close(line, at: index, end: end)
    default:
      return index + 1
    }
  }

  private mutating func skipCode(_ line: Span<UInt8>, at start: Int, end: Int) -> Int {
    let isTick: (UInt8) -> Bool = { $0 == UInt8(ascii: "`") }
    let runEnd = min(end, line.skip(while: isTick, from: start))
    var index = runEnd
    while index < end {
      guard isTick(line[index]) else {
        index += 1
        continue
      }
      let closeEnd = min(end, line.skip(while: isTick, from: index))
      if closeEnd - index == runEnd - start {
        opaque.append(start..<closeEnd)
        return closeEnd
      }
      index = closeEnd
    }
    return runEnd
  }

  private mutating func skipTag(_ line: Span<UInt8>, at start: Int, end: Int) -> Int {
    if line.hasPrefix("<!--", at: start) {
      var index = start + 4
      while index + 3 <= end {
        if line.hasPrefix("-->", at: index) {
          opaque.append(start..<index + 3)
          return index + 3
        }
        index += 1
      }
      return start + 1
    }
    let tagEnd = HTMLTag.end(line, from: start + 1) ?? Self.autolinkEnd(line, from: start, end: end)
    guard let tagEnd, tagEnd <= end else { return start + 1 }
    opaque.append(start..<tagEnd)
    return tagEnd
  }

  /// One past `<scheme:…>` (GFM 0.29 §6.8).
  private static func autolinkEnd(_ line: Span<UInt8>, from start: Int, end: Int) -> Int? {
    let colon = line.skip(
      while: { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E },
      from: start + 1)
    guard colon < end, line[colon] == UInt8(ascii: ":"), (2...32).contains(colon - start - 1)
    else { return nil }
    let close = line.skip(while: { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E }, from: colon)
    return close < end && line[close] == UInt8(ascii: ">") ? close + 1 : nil
  }

  private mutating func close(_ line: Span<UInt8>, at index: Int, end: Int) -> Int {
    let opener = openers.popLast()
    guard index + 1 < end, line[index + 1] == UInt8(ascii: "(") else { return index + 1 }
    if let opener, opener.isActive,
      let target = LinkTarget.read(line, from: index + 2, end: end)
    {
      let start = opener.isImage ? opener.offset - 1 : opener.offset
      links.append(
        InlineLink(
          range: start..<target.end, text: opener.offset + 1..<index,
          destination: target.destination, isImage: opener.isImage))
      if !opener.isImage { deactivateOpeners() }
      return target.end
    }
    let strayEnd = line.skip(while: { $0 != UInt8(ascii: ")") }, from: index + 2)
    strays.append((opener?.offset ?? index)..<min(end, strayEnd + 1))
    return index + 1
  }

  /// No link may stand in a link's text.
  private mutating func deactivateOpeners() {
    for index in openers.indices where !openers[index].isImage { openers[index].isActive = false }
  }
}

/// The part of an inline link in parentheses.
struct LinkTarget {
  var destination: Range<Int>
  /// One past `)`.
  var end: Int

  /// Reads from behind `(`; nil where this is no link.
  static func read(_ line: Span<UInt8>, from start: Int, end: Int) -> LinkTarget? {
    var index = min(end, line.skip(while: \.isSpace, from: start))
    guard let destination = destination(line, from: index, end: end) else { return nil }
    index = destination.upperBound
    if index < end, line[index] == UInt8(ascii: ">"), destination.lowerBound > start,
      line[destination.lowerBound - 1] == UInt8(ascii: "<")
    {
      index += 1
    }
    let blankEnd = min(end, line.skip(while: \.isSpace, from: index))
    if blankEnd > index, let titleEnd = titleEnd(line, from: blankEnd, end: end) {
      index = min(end, line.skip(while: \.isSpace, from: titleEnd))
    } else {
      index = blankEnd
    }
    guard index < end, line[index] == UInt8(ascii: ")") else { return nil }
    return LinkTarget(destination: destination, end: index + 1)
  }

  static func destination(_ line: Span<UInt8>, from start: Int, end: Int) -> Range<Int>? {
    if start < end, line[start] == UInt8(ascii: "<") {
      var index = start + 1
      while index < end, line[index] != UInt8(ascii: ">") {
        if line[index] == UInt8(ascii: "<") { return nil }
        index += line[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      return index < end ? start + 1..<index : nil
    }
    var depth = 0
    var index = start
    while index < end, line[index] > 0x20, line[index] != 0x7F {
      let byte = line[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end, line[index + 1].isPunctuation {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      }
      if depth > CmarkLimits.openParenthesisCountMax { return nil }
      index += 1
    }
    return depth == 0 ? start..<min(index, end) : nil
  }

  static func titleEnd(_ line: Span<UInt8>, from start: Int, end: Int) -> Int? {
    guard start < end else { return nil }
    let close: UInt8
    switch line[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = line[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var index = start + 1
    while index < end, line[index] != close {
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < end ? index + 1 : nil
  }
}
