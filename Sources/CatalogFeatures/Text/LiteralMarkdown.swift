import TableSyntax

/// Text as Markdown that renders as the same text, with all extensions of GFM.
///
/// Escapes only what would be markup at its place. Mail addresses remain links: cmark-gfm finds
/// them in the text that is left when all escapes are read.
struct LiteralMarkdown {
  /// Where the text is put.
  enum Place {
    /// A paragraph of its own.
    case paragraph
    /// A heading of its own.
    case heading
    /// Between `**` and `**`.
    case strong
    /// Between the brackets of a link.
    case linkText
    /// Somewhere else in a line.
    case inline
  }

  private let bytes: [UInt8]
  private let place: Place
  private var isEscaped: [Bool]

  /// The Markdown of a text, without white space at its ends.
  static func escaped(_ text: String, in place: Place) -> String {
    var markdown = LiteralMarkdown(text, place)
    markdown.escapeBlockStart()
    markdown.escapeDelimiterRuns()
    markdown.escapeBackticks()
    markdown.escapeBrackets()
    for index in markdown.bytes.indices where markdown.isMarkup(at: index) {
      markdown.isEscaped[index] = true
    }
    return markdown.output
  }

  private init(_ text: String, _ place: Place) {
    let isSpace: (Unicode.Scalar) -> Bool = { $0.value < 0x20 || $0.properties.isWhitespace }
    let scalars = text.unicodeScalars.drop(while: isSpace)
    let end = scalars.lastIndex { !isSpace($0) }.map(scalars.index(after:)) ?? scalars.startIndex
    bytes = String(scalars[..<end]).utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    self.place = place
    isEscaped = Array(repeating: false, count: bytes.count)
  }

  private var output: String {
    var out: [UInt8] = []
    for (byte, isEscaped) in zip(bytes, isEscaped) {
      if isEscaped { out.append(UInt8(ascii: "\\")) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The byte at an index; a space outside the text.
  private func byte(_ index: Int) -> UInt8 {
    bytes.indices.contains(index) ? bytes[index] : UInt8(ascii: " ")
  }

  private func end(ofRunAt start: Int) -> Int {
    bytes[start...].firstIndex { $0 != bytes[start] } ?? bytes.count
  }

  private mutating func escape(_ range: Range<Int>) {
    for index in range { isEscaped[index] = true }
  }

  // MARK: Blocks

  /// Escapes what would begin another block than a paragraph, or end a heading (GFM 0.29 §4, §5).
  private mutating func escapeBlockStart() {
    guard let first = bytes.first else { return }
    if place == .heading { escapeHeadingEnd() }
    guard place == .paragraph else { return }
    let run = end(ofRunAt: 0)
    let isBreak =
      "-*_".utf8.contains(first) && bytes.filter { $0 == first }.count >= 3
      && bytes.allSatisfy { $0 == first || $0 == UInt8(ascii: " ") }
    switch first {
    case UInt8(ascii: ">"): isEscaped[0] = true
    case UInt8(ascii: "#"): isEscaped[0] = run <= 6 && byte(run) == UInt8(ascii: " ")
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      isEscaped[0] = isBreak || byte(1) == UInt8(ascii: " ") && first != UInt8(ascii: "_")
    case UInt8(ascii: "~"): isEscaped[0] = run >= 3
    case UInt8(ascii: "["):
      isEscaped[0] = bytes.indices.contains { ends("]:", at: $0 + 1) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let mark = bytes.firstIndex { !$0.isDigit } ?? bytes.count
      let isList = ".)".utf8.contains(byte(mark)) && byte(mark + 1) == UInt8(ascii: " ")
      if isList { isEscaped[mark] = true }
    default: break
    }
  }

  /// Escapes the first of the last number signs if they would be the end of a heading.
  private mutating func escapeHeadingEnd() {
    let start = (bytes.lastIndex { $0 != UInt8(ascii: "#") } ?? -1) + 1
    if start < bytes.count, byte(start - 1) == UInt8(ascii: " ") { isEscaped[start] = true }
  }

  // MARK: Spans

  /// Escapes runs that may close emphasis or a deletion which an earlier run may open.
  private mutating func escapeDelimiterRuns() {
    var openers: Set<UInt8> = []
    var index = 0
    while index < bytes.count {
      let run = index..<end(ofRunAt: index)
      index = run.upperBound
      let mark = bytes[run.lowerBound]
      guard "*_~".utf8.contains(mark) else { continue }
      let (before, after) = (byte(run.lowerBound - 1), byte(run.upperBound))
      let isUnderscore = mark == UInt8(ascii: "_")
      let mayClose = before != UInt8(ascii: " ") && !(isUnderscore && after.isWord)
      let mayOpen = after != UInt8(ascii: " ") && !(isUnderscore && before.isWord)
      // Strong text may neither have asterisks nor begin or end with tildes.
      let isAtEnd = run.lowerBound == 0 || run.upperBound == bytes.count
      let isInStrong =
        place == .strong
        && (mark == UInt8(ascii: "*") || mark == UInt8(ascii: "~") && isAtEnd)
      if isInStrong || mayClose && openers.contains(mark) {
        escape(run)
      } else if mayOpen {
        openers.insert(mark)
      }
    }
  }

  /// Escapes backticks where there are several runs, or where they would begin a code block; in
  /// strong text always, since a text after it may have others.
  private mutating func escapeBackticks() {
    let mark = UInt8(ascii: "`")
    let starts = bytes.indices.filter { bytes[$0] == mark && byte($0 - 1) != mark }
    guard let first = starts.first else { return }
    let isFence = place == .paragraph && first == 0 && end(ofRunAt: 0) >= 3
    if starts.count == 1, !isFence, place != .strong { return }
    for index in bytes.indices where bytes[index] == mark { isEscaped[index] = true }
  }

  /// Escapes brackets that would end the link around them, or begin another; in strong text also
  /// those that a text after it may close.
  private mutating func escapeBrackets() {
    let (open, close) = (UInt8(ascii: "["), UInt8(ascii: "]"))
    var depth = 0
    var isBalanced = true
    var ends: [Int] = []
    let first = bytes.firstIndex(of: open) ?? bytes.count
    for (index, byte) in bytes.enumerated() where byte == open || byte == close {
      depth += byte == open ? 1 : -1
      isBalanced = isBalanced && depth >= 0
      if byte == close, self.byte(index + 1) == UInt8(ascii: "(") { ends.append(index) }
    }
    if place == .strong, !isBalanced || depth != 0 {
      for index in bytes.indices where bytes[index] == open || bytes[index] == close {
        isEscaped[index] = true
      }
    } else if place != .linkText {
      for index in ends { isEscaped[index] = first < index }
    } else if !isBalanced || depth != 0 || !ends.isEmpty {
      for index in bytes.indices where bytes[index] == open || bytes[index] == close {
        isEscaped[index] = true
      }
    }
  }

  /// Whether a byte alone begins an escape, a tag, a character reference or an autolink.
  private func isMarkup(at index: Int) -> Bool {
    let next = byte(index + 1)
    switch bytes[index] {
    case UInt8(ascii: "\\"): return index + 1 == bytes.count || next.isPunctuation
    case UInt8(ascii: "<"): return next.isLetter || "/!?".utf8.contains(next)
    case UInt8(ascii: "&"): return isReference(at: index)
    case UInt8(ascii: "."): return ends("www", at: index) && !byte(index - 4).isWord
    case UInt8(ascii: "/"):
      return next == bytes[index]
        && ["http:", "https:", "ftp:"].contains { ends($0, at: index) }
    default: return false
    }
  }

  /// Whether the text before an index ends with lower-case ASCII text, in any case.
  private func ends(_ text: String, at index: Int) -> Bool {
    String(decoding: bytes[..<index].suffix(text.utf8.count), as: UTF8.self).lowercased() == text
  }

  /// Whether a character reference begins at an ampersand (GFM 0.29 §6.2); any name counts.
  private func isReference(at index: Int) -> Bool {
    let start = byte(index + 1) == UInt8(ascii: "#") ? index + 2 : index + 1
    let name = bytes[min(start, bytes.count)...].prefix { $0.isLetter || $0.isDigit }
    return !name.isEmpty && byte(start + name.count) == UInt8(ascii: ";")
  }
}

extension UInt8 {
  fileprivate var isWord: Bool { isLetter || isDigit }
}
