import LineStore

/// A paragraph's text so far, read as link reference definitions (GFM 0.29 §4.7).
///
/// cmark-gfm takes definitions out of a paragraph when it ends; until then any line may make the
/// text above one, or not. So this reading stops at each line's end and continues with the next, in
/// a bounded state.
struct LinkDefinitions: Equatable, Sendable {
  /// The reading; where a title is open, more may follow.
  private var place = Place.lineStart
  /// For an open title, the reading if it ended at its last escaped mark: cmark-gfm takes the
  /// longest title, and the escaped mark where no other follows. There are three marks and no title
  /// has its own mark inside, so there are at most three readings.
  private var otherwise: [Place] = []

  /// Text that is no definition, whatever follows.
  static let none = LinkDefinitions(place: .text)

  /// Whether all the text is definitions.
  var areComplete: Bool {
    switch otherwise.last ?? place {
    case .lineStart, .nextLine: true
    default: false
    }
  }

  /// Reads the next line of the paragraph, whose text starts at a byte offset after some columns of
  /// a tab.
  ///
  /// - Complexity: O(line), O(1) where the text is no definition
  mutating func read(_ line: Span<UInt8>, from start: Int, columnsBefore: Int) {
    if place == .lineStart, Self.isText(line, from: start) { place = .text }
    if place == .text { return }
    for _ in 0..<columnsBefore { read(UInt8(ascii: " "), isEscaped: false) }
    var index = start
    while index < line.count, place != .text {
      let isEscaped = index > start && line[index - 1] == UInt8(ascii: "\\")
      read(line[index], isEscaped: isEscaped)
      index += 1
    }
    place.endLine()
    for index in otherwise.indices { otherwise[index].endLine() }
  }

  /// Whether a first line starts with brackets that hold no label, as most list items with a link.
  private static func isText(_ line: Span<UInt8>, from start: Int) -> Bool {
    guard start < line.count, line[start] == UInt8(ascii: "[") else { return false }
    let end = line.firstIndex(in: start..<line.count) {
      ByteMask.equal($0, UInt8(ascii: "]")) | ByteMask.equal($0, UInt8(ascii: "\\"))
    }
    return end < line.count && line[end] == UInt8(ascii: "]") && !line.hasPrefix("]:", at: end)
  }

  private mutating func read(_ byte: UInt8, isEscaped: Bool) {
    if otherwise.isEmpty, !place.isTitle { return place.read(byte) }
    var level = 0
    while level <= otherwise.count {
      guard case .title(let mark) = self[level] else {
        self[level].read(byte)
        return
      }
      if byte == mark {
        endTitle(level, mayGoOn: isEscaped)
        return
      }
      if byte == UInt8(ascii: "("), mark == UInt8(ascii: ")"), !isEscaped {
        // No title in parentheses continues beyond this: the last one found is the title.
        remove(level)
      } else {
        level += 1
      }
    }
  }

  private subscript(level: Int) -> Place {
    get { level == 0 ? place : otherwise[level - 1] }
    set { if level == 0 { place = newValue } else { otherwise[level - 1] = newValue } }
  }

  private mutating func endTitle(_ level: Int, mayGoOn: Bool) {
    otherwise.removeSubrange(level...)
    if mayGoOn { otherwise.append(.afterTitle) } else { self[level] = .afterTitle }
  }

  private mutating func remove(_ level: Int) {
    if level < otherwise.count {
      self[level] = otherwise[level]
      otherwise.remove(at: level)
    } else {
      self[level] = .text
    }
  }
}

extension LinkDefinitions {
  /// A place in a definition.
  private enum Place: Equatable, Sendable {
    /// Where a line starts that may be a definition's first; all above is definitions.
    case lineStart
    case label(byteCount: Int, hasText: Bool, isEscaped: Bool)
    case colon
    case beforeDestination
    case angleDestination(isEscaped: Bool)
    case destination(openParenthesisCount: Int, isEscaped: Bool)
    case afterDestination(hasBlank: Bool)
    /// In the line after a destination, which may start with the title.
    case nextLine(hasBlank: Bool)
    case title(mark: UInt8)
    case afterTitle
    /// In text that is no definition.
    case text

    var isTitle: Bool { if case .title = self { true } else { false } }

    mutating func read(_ byte: UInt8) {
      switch self {
      case .lineStart: self = byte == UInt8(ascii: "[") ? .startOfLabel : .text
      case .label(let count, let hasText, let isEscaped):
        self = Self.label(count, hasText, isEscaped, then: byte)
      case .colon: self = byte == UInt8(ascii: ":") ? .beforeDestination : .text
      case .beforeDestination: self = byte.isBlank ? self : Self.destination(startingWith: byte)
      case .angleDestination(let isEscaped):
        self = Self.angleDestination(isEscaped, then: byte)
      case .destination(let count, let isEscaped):
        self = Self.destination(count, isEscaped, then: byte)
      case .afterDestination(let hasBlank):
        let title = hasBlank ? Self.title(startingWith: byte) : nil
        self = byte.isBlank ? .afterDestination(hasBlank: true) : title ?? .text
      case .nextLine(let hasBlank):
        let isLabel = byte == UInt8(ascii: "[") && !hasBlank
        let other = isLabel ? Self.startOfLabel : .text
        self =
          byte.isBlank ? .nextLine(hasBlank: true) : Self.title(startingWith: byte) ?? other
      case .afterTitle: self = byte.isBlank ? self : .text
      case .title, .text: break
      }
    }

    /// Continues with the next line; the one that ends has text.
    mutating func endLine() {
      switch self {
      case .label: read(UInt8(ascii: "\n"))
      case .angleDestination(isEscaped: true): self = .angleDestination(isEscaped: false)
      case .destination, .afterDestination: self = .nextLine(hasBlank: false)
      case .afterTitle: self = .lineStart
      case .colon, .angleDestination: self = .text
      case .lineStart, .beforeDestination, .nextLine, .title, .text: break
      }
    }

    private static var startOfLabel: Place {
      .label(byteCount: 0, hasText: false, isEscaped: false)
    }

    private static func label(
      _ count: Int, _ hasText: Bool, _ isEscaped: Bool, then byte: UInt8
    ) -> Place {
      // NUL means U+FFFD, three bytes long.
      let count = count + (byte == 0 ? 3 : 1)
      let isText = isEscaped && byte.isPunctuation
      if !isText, byte == UInt8(ascii: "]") { return hasText ? .colon : .text }
      if !isText, byte == UInt8(ascii: "[") { return .text }
      if count > CmarkLimits.labelByteCountMax { return .text }
      return .label(
        byteCount: count, hasText: hasText || !(byte.isBlank || byte == UInt8(ascii: "\n")),
        isEscaped: !isText && byte == UInt8(ascii: "\\"))
    }

    private static func destination(startingWith byte: UInt8) -> Place {
      byte == UInt8(ascii: "<")
        ? .angleDestination(isEscaped: false) : destination(0, false, then: byte)
    }

    private static func angleDestination(_ isEscaped: Bool, then byte: UInt8) -> Place {
      if isEscaped { return .angleDestination(isEscaped: false) }
      switch byte {
      case UInt8(ascii: ">"): return .afterDestination(hasBlank: false)
      case UInt8(ascii: "<"): return .text
      default: return .angleDestination(isEscaped: byte == UInt8(ascii: "\\"))
      }
    }

    private static func destination(
      _ openCount: Int, _ isEscaped: Bool, then byte: UInt8
    ) -> Place {
      if byte.isBlank { return .afterDestination(hasBlank: true) }
      var openCount = openCount
      let isText = isEscaped && byte.isPunctuation
      if !isText, byte == UInt8(ascii: "(") { openCount += 1 }
      if !isText, byte == UInt8(ascii: ")") { openCount -= 1 }
      if openCount < 0 || openCount > CmarkLimits.openParenthesisCountMax { return .text }
      return .destination(
        openParenthesisCount: openCount, isEscaped: !isText && byte == UInt8(ascii: "\\"))
    }

    /// The open title that a byte starts, nil where it starts none.
    private static func title(startingWith byte: UInt8) -> Place? {
      LinkTarget.titleMark(byte).map { .title(mark: $0) }
    }
  }
}
