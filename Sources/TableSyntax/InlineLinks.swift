import LineStore

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

  /// A link from its parts.
  public init(range: Range<Int>, text: Range<Int>, destination: Range<Int>, isImage: Bool) {
    self.range = range
    self.text = text
    self.destination = destination
    self.isImage = isImage
  }
}

/// `](` that CommonMark does not read as a link.
public struct StrayLink: Sendable, Equatable {
  /// Why it is no link.
  public enum Reason: Sendable {
    /// No bracket before it can open it.
    case noOpening
    /// Its text holds a link.
    case nested
    /// What follows `(` is no destination, with or without a title.
    case target
  }

  /// From the bracket that was meant to open it to `)` or before the next bracket.
  public var range: Range<Int>
  /// Between the brackets; empty without an opening one.
  public var text: Range<Int>
  /// Why it is no link.
  public var reason: Reason
}

/// Finds the inline links of a cell as CommonMark reads them.
public struct InlineLinks: Sendable {
  /// The links, by where they end.
  public private(set) var links: [InlineLink] = []
  /// The places where `](` is no link, in the order of their `]`.
  public private(set) var strays: [StrayLink] = []
  /// The text between brackets that are no inline link: perhaps a reference to a definition.
  public private(set) var brackets: [Range<Int>] = []
  /// The same after `!`: perhaps an image's description and a reference.
  public private(set) var imageBrackets: [Range<Int>] = []
  /// The opening brackets that no bracket closes, in order.
  public private(set) var unclosed: [Int] = []
  /// The closing brackets that close none and that no `(` follows, in order.
  public private(set) var unopened: [Int] = []
  /// Code spans, autolinks, HTML tags and comments, in order; they hold no links.
  public private(set) var opaque: [Range<Int>] = []
  /// HTML comments, in order.
  public private(set) var comments: [Range<Int>] = []
  /// The URLs of autolinks, without `<` and `>`, in order.
  public private(set) var autolinks: [Range<Int>] = []

  private struct Opener {
    var offset: Int
    var isImage: Bool
  }

  private var openers: [Opener] = []
  /// Openers before this index cannot open a link, since one follows them; those of images can.
  private var spentOpenerCount = 0
  private var ticks: BacktickRuns?
  /// Whether no comment ends in the rest of the cell.
  private var hasNoCommentEnd = false

  /// Reads one cell.
  ///
  /// - Complexity: O(bytes)
  public init(in line: Span<UInt8>, _ cell: Range<Int>) {
    let cell = cell.clamped(to: 0..<line.count)
    guard Self.mayHoldAny(line, cell) else { return }
    var index = cell.lowerBound
    while true {
      index = line.firstIndex(in: index..<cell.upperBound, where: Self.inlineMarks)
      if index >= cell.upperBound { break }
      index = min(cell.upperBound, step(line, at: index, end: cell.upperBound))
    }
    unclosed = openers.map(\.offset)
  }

  private static func mayHoldAny(_ line: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    line.firstIndex(in: cell) {
      ByteMask.equal($0, UInt8(ascii: "]")) | ByteMask.equal($0, UInt8(ascii: "["))
        | ByteMask.equal($0, UInt8(ascii: "`"))
        | ByteMask.equal($0, UInt8(ascii: "<"))
    } < cell.upperBound
  }

  /// The bytes that an inline begins or ends with: `!`, `<`, `[`, `\`, `]` and a backtick.
  @inline(__always)
  private static func inlineMarks(_ word: UInt64) -> UInt64 {
    // `\` and `]` are 0x5C and 0x5D.
    ByteMask.equal(word & 0xFEFE_FEFE_FEFE_FEFE, 0x5C) | ByteMask.equal(word, UInt8(ascii: "["))
      | ByteMask.equal(word, UInt8(ascii: "`")) | ByteMask.equal(word, UInt8(ascii: "<"))
      | ByteMask.equal(word, UInt8(ascii: "!"))
  }

  /// Reads the inline at `index` and returns where to continue.
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
    let runs = ticks ?? BacktickRuns(line, start..<end)
    ticks = runs
    let runEnd = BacktickRuns.runEnd(line, from: start, end: end)
    guard let closeEnd = runs.closingRunEnd(line, start..<runEnd, end: end) else { return runEnd }
    opaque.append(start..<closeEnd)
    return closeEnd
  }

  private mutating func skipTag(_ line: Span<UInt8>, at start: Int, end: Int) -> Int {
    if line.hasPrefix("<!--", at: start) { return skipComment(line, at: start, end: end) }
    if let tagEnd = HTMLTag.end(line, from: start + 1), tagEnd <= end {
      opaque.append(start..<tagEnd)
      return tagEnd
    }
    guard let linkEnd = Self.autolinkEnd(line, from: start, end: end) else { return start + 1 }
    opaque.append(start..<linkEnd)
    autolinks.append(start + 1..<linkEnd - 1)
    return linkEnd
  }

  private mutating func skipComment(_ line: Span<UInt8>, at start: Int, end: Int) -> Int {
    var index = hasNoCommentEnd ? end : start + 4
    while index + 3 <= end {
      if line.hasPrefix("-->", at: index) {
        opaque.append(start..<index + 3)
        comments.append(start..<index + 3)
        return index + 3
      }
      index += 1
    }
    hasNoCommentEnd = true
    return start + 1
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
    let isSpent = openers.count < spentOpenerCount
    spentOpenerCount = min(spentOpenerCount, openers.count)
    guard index + 1 < end, line[index + 1] == UInt8(ascii: "(") else {
      if let opener {
        addBrackets(opener.offset + 1..<index, isImage: opener.isImage)
      } else {
        unopened.append(index)
      }
      return index + 1
    }
    if let opener, opener.isImage || !isSpent,
      let target = LinkTarget.read(line, from: index + 2, end: end)
    {
      let start = opener.isImage ? opener.offset - 1 : opener.offset
      links.append(
        InlineLink(
          range: start..<target.end, text: opener.offset + 1..<index,
          destination: target.destination, isImage: opener.isImage))
      // A link's text holds no link.
      if !opener.isImage { spentOpenerCount = openers.count }
      return target.end
    }
    addStray(opener, isSpent, line, at: index, end: end)
    return index + 1
  }

  private mutating func addBrackets(_ text: Range<Int>, isImage: Bool) {
    if isImage { imageBrackets.append(text) } else { brackets.append(text) }
  }

  private mutating func addStray(
    _ opener: Opener?, _ isSpent: Bool, _ line: Span<UInt8>, at index: Int, end: Int
  ) {
    let isBracket: (UInt8) -> Bool = { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
    let stop = min(
      end, line.skip(while: { $0 != UInt8(ascii: ")") && !isBracket($0) }, from: index + 2))
    let isClosed = stop < end && line[stop] == UInt8(ascii: ")")
    var strayEnd = isClosed ? stop + 1 : stop
    while strayEnd > index + 2, line[strayEnd - 1].isSpace { strayEnd -= 1 }
    let start = opener?.offset ?? index
    let isNested = isSpent && opener?.isImage == false
    strays.append(
      StrayLink(
        range: start..<strayEnd, text: min(start + 1, index)..<index,
        reason: opener == nil ? .noOpening : isNested ? .nested : .target))
  }
}

/// The part of an inline link in parentheses.
struct LinkTarget {
  var destination: Range<Int>
  /// One past `)`.
  var end: Int

  /// Reads from after `(`; nil where this is no link.
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
    while true {
      index = line.firstIndex(in: index..<max(index, end), where: DestinationMask.special)
      if index >= end || line[index] <= 0x20 || line[index] == 0x7F { break }
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

  /// The mark that closes a title, by the byte that opens it.
  static func titleMark(_ opening: UInt8) -> UInt8? {
    switch opening {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): opening
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  static func titleEnd(_ line: Span<UInt8>, from start: Int, end: Int) -> Int? {
    guard start < end, let close = titleMark(line[start]) else { return nil }
    var index = start + 1
    while index < end, line[index] != close {
      if close == UInt8(ascii: ")"), line[index] == UInt8(ascii: "(") { return nil }
      index += line[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index < end ? index + 1 : nil
  }
}
