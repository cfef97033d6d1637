import LineStore
import TableSyntax

/// The kinds of markup that a cell may have broken, by its bytes alone.
struct MarkupMarks: OptionSet {
  let rawValue: UInt16
  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Backticks.
  static let code = MarkupMarks(rawValue: 1)
  /// `*` or `~`.
  static let emphasis = MarkupMarks(rawValue: 2)
  /// `_` next to a link.
  static let underscore = MarkupMarks(rawValue: 4)
  /// `<`, or `>` at the end of a tag's name.
  static let tag = MarkupMarks(rawValue: 8)
  /// `&`, or the name of a character reference without it.
  static let reference = MarkupMarks(rawValue: 16)
  /// The first byte of U+FFFD.
  static let replacement = MarkupMarks(rawValue: 32)
  /// Brackets that do not pair.
  static let bracket = MarkupMarks(rawValue: 64)
  /// Parentheses that do not pair.
  static let parenthesis = MarkupMarks(rawValue: 128)

  /// The kinds of a cell.
  ///
  /// - Complexity: O(cell), eight bytes at a time
  init(_ line: Span<UInt8>, _ cell: Range<Int>) {
    self = []
    let text = line.extracting(cell)
    var depth = (bracket: 0, parenthesis: 0)
    var seen = Seen()
    var index = 0
    while index < text.count {
      let isWhole = index + 8 <= text.count
      let word = isWhole ? text.word(at: index) : text.lastWord(from: index)
      depth.bracket += Self.difference(word, UInt8(ascii: "["), 0x5D)
      depth.parenthesis += Self.difference(word, UInt8(ascii: "("), 0x29)
      seen.note(word)
      index += 8
    }
    if depth.bracket != 0 { insert(.bracket) }
    if depth.parenthesis != 0 { insert(.parenthesis) }
    if seen.ticks != 0 { insert(.code) }
    if seen.stars != 0 { insert(.emphasis) }
    if seen.angles != 0 { insert(.tag) }
    if seen.replacements != 0, text.contains("\u{FFFD}", in: 0..<text.count) {
      insert(.replacement)
    }
    if seen.ampersands != 0 || seen.semicolons != 0 && Self.hasLooseReference(text) {
      insert(.reference)
    }
    if seen.underscores != 0, Self.touchesLink(text) { insert(.underscore) }
  }

  /// Which bytes a text has.
  private struct Seen {
    var ticks = 0 as UInt64
    var stars = 0 as UInt64
    var angles = 0 as UInt64
    var replacements = 0 as UInt64
    var ampersands = 0 as UInt64
    var semicolons = 0 as UInt64
    var underscores = 0 as UInt64

    @inline(__always)
    mutating func note(_ word: UInt64) {
      ticks |= ByteMask.equal(word, UInt8(ascii: "`"))
      stars |= ByteMask.equal(word, UInt8(ascii: "*")) | ByteMask.equal(word, UInt8(ascii: "~"))
      // `<` and `>`.
      angles |= ByteMask.equal(word & 0xFDFD_FDFD_FDFD_FDFD, UInt8(ascii: "<"))
      replacements |= ByteMask.equal(word, 0xEF)
      ampersands |= ByteMask.equal(word, UInt8(ascii: "&"))
      semicolons |= ByteMask.equal(word, UInt8(ascii: ";"))
      underscores |= ByteMask.equal(word, UInt8(ascii: "_"))
    }
  }

  @inline(__always)
  private static func difference(_ word: UInt64, _ open: UInt8, _ close: UInt8) -> Int {
    ByteMask.equal(word, open).nonzeroBitCount - ByteMask.equal(word, close).nonzeroBitCount
  }

  private static func hasLooseReference(_ text: Span<UInt8>) -> Bool {
    (0..<text.count).contains {
      text[$0] == UInt8(ascii: ";") && LooseReference.start(text, semicolon: $0) != nil
    }
  }

  private static func touchesLink(_ text: Span<UInt8>) -> Bool {
    text.contains("_[", in: 0..<text.count) || text.contains(")_", in: 0..<text.count)
  }
}
