import TableSyntax

/// What is between the links of a cell that is a list of links.
enum LinkSeparator: UInt8, Sendable, CaseIterable {
  case space, comma, semicolon, slash, lineBreak, dot
  /// Another sign, or several of these.
  case other

  /// How the separator is written.
  var text: String {
    switch self {
    case .space, .other: " "
    case .comma: ", "
    case .semicolon: "; "
    case .slash: " / "
    case .lineBreak: "<br>"
    case .dot: " · "
    }
  }

  /// The separator of a cell; nil unless there are several links with nothing but signs between
  /// them.
  ///
  /// - Complexity: O(value)
  static func of(_ line: Span<UInt8>, _ value: Range<Int>) -> LinkSeparator? {
    var found: LinkSeparator?
    for gap in gaps(line, value) {
      guard let separator = LinkSeparator(line, gap) else { return nil }
      found = found == nil || found == separator ? separator : .other
    }
    return found
  }

  /// The ranges between the links of a value, from one's parenthesis to the next one's bracket.
  static func gaps(_ line: Span<UInt8>, _ value: Range<Int>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var end: Int?
    var index = value.lowerBound
    while index < value.upperBound {
      let bracket = line.firstIndex(of: UInt8(ascii: "]"), in: index..<value.upperBound)
      guard bracket + 1 < value.upperBound else { break }
      index = bracket + 1
      guard line[index] == UInt8(ascii: "("),
        let close = closing(line, from: index, before: value.upperBound)
      else { continue }
      if let end {
        // Without another bracket the link before is an image in this link's text.
        let start = line.firstIndex(of: UInt8(ascii: "["), in: end..<bracket)
        if start < bracket { gaps.append(end..<start) }
      }
      end = close + 1
      index = close + 1
    }
    return gaps
  }

  /// Bytes of a destination, at most.
  private static let destinationByteCountMax = 2_048

  /// The parenthesis that closes a destination.
  private static func closing(_ line: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    var depth = 0
    for index in start..<min(end, start + destinationByteCountMax) {
      if line[index] == UInt8(ascii: "(") { depth += 1 }
      if line[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// The separator that a gap holds; nil for a text.
  init?(_ line: Span<UInt8>, _ gap: Range<Int>) {
    let inner = line.withoutBlanks(gap)
    guard let first = inner.first else {
      self = .space
      return
    }
    switch line[first] {
    case UInt8(ascii: ",") where inner.count == 1: self = .comma
    case UInt8(ascii: ";") where inner.count == 1: self = .semicolon
    case UInt8(ascii: "/") where inner.count == 1: self = .slash
    case 0xC2 where inner.count == 2 && line[first + 1] == 0xB7: self = .dot
    case 0xE2 where inner.count == 3 && line[first + 1] == 0x80 && line[first + 2] == 0xA2:
      self = .dot
    case UInt8(ascii: "<") where line.hasPrefix("<br", at: first) && inner.count <= 6:
      self = .lineBreak
    default:
      let isText = inner.contains {
        line[$0].isLetter || line[$0].isDigit || "()[]".utf8.contains(line[$0])
      }
      if isText || inner.count > 4 { return nil }
      self = .other
    }
  }
}

/// How many cells of a column are lists of links, by their separator.
struct SeparatorTally: Sendable, Equatable {
  /// By the separators' raw values.
  private var counts = SIMD8<Int32>(repeating: 0)

  /// Lists below which none is odd, and the percentage of them that have one separator.
  private static let countMin = 10
  private static let shareMin = 90

  /// Adds (`count` 1) or subtracts (-1) a list.
  mutating func add(_ count: Int, _ separator: LinkSeparator) {
    counts[Int(separator.rawValue)] &+= Int32(truncatingIfNeeded: count)
  }

  /// Adds other lists.
  mutating func add(_ count: Int, _ other: SeparatorTally) {
    counts &+= other.counts &* Int32(truncatingIfNeeded: count)
  }

  /// The separator of nearly all lists, if some have another one.
  var usual: LinkSeparator? {
    let sum = Int(counts.wrappedSum())
    return LinkSeparator.allCases.first { separator in
      let count = Int(counts[Int(separator.rawValue)])
      return separator != .other && count < sum && sum >= Self.countMin
        && count * 100 >= sum * Self.shareMin
    }
  }
}
