/// A URL or mail address that renders as a link without brackets (GFM 0.29 §6.9, as cmark-gfm's
/// *autolink* extension reads it).
public enum BareAutolink {
  /// The first autolink in a range outside the ranges `closed`, which are in order.
  ///
  /// - Complexity: O(range + closed)
  public static func first(
    in line: Span<UInt8>, _ range: Range<Int>, outside closed: [Range<Int>] = []
  ) -> Range<Int>? {
    var first: Range<Int>?
    forEach(in: line, range, outside: closed) {
      first = $0
      return false
    }
    return first
  }

  /// All autolinks in a range outside the ranges `closed`, which are in order.
  ///
  /// - Complexity: O(range + closed)
  public static func all(
    in line: Span<UInt8>, _ range: Range<Int>, outside closed: [Range<Int>] = []
  ) -> [Range<Int>] {
    var all: [Range<Int>] = []
    forEach(in: line, range, outside: closed) {
      all.append($0)
      return true
    }
    return all
  }

  /// Calls `body` with each autolink, until it returns false.
  private static func forEach(
    in line: Span<UInt8>, _ range: Range<Int>, outside closed: [Range<Int>],
    _ body: (Range<Int>) -> Bool
  ) {
    let range = range.clamped(to: 0..<line.count)
    var index = range.lowerBound
    var next = 0
    while index < range.upperBound {
      while next < closed.count, closed[next].upperBound <= index { next += 1 }
      if next < closed.count, closed[next].contains(index) {
        index = closed[next].upperBound
        continue
      }
      let end = next < closed.count ? closed[next].lowerBound : range.upperBound
      if let found = autolink(line, at: index, in: range.lowerBound..<min(end, range.upperBound)) {
        if !body(found) { return }
        index = max(index, found.upperBound - 1)
      }
      index += 1
    }
  }

  /// One past the autolink that starts at a byte, nil where none does.
  public static func end(_ line: Span<UInt8>, from start: Int, in range: Range<Int>) -> Int? {
    // cmark-gfm takes no capitals here.
    if line.hasPrefix("www.", at: start), (0..<3).allSatisfy({ line[start + $0] > 0x60 }) {
      guard start == range.lowerBound || mayPrecede(line[start - 1]) else { return nil }
      return autolinkEnd(line, start, host: start, range.upperBound, needsPeriod: true)
    }
    guard start == range.lowerBound || !line[start - 1].isLetter else { return nil }
    let scheme = line.skip(while: \.isLetter, from: start)
    guard (3...5).contains(scheme - start), line.hasPrefix("://", at: scheme),
      line.hasPrefix("http:", at: start) || line.hasPrefix("https:", at: start)
        || line.hasPrefix("ftp:", at: start)
    else { return nil }
    return autolinkEnd(line, start, host: scheme + 3, range.upperBound, needsPeriod: false)
  }

  /// The autolink that starts at a byte, or has its `@` there.
  private static func autolink(
    _ line: Span<UInt8>, at index: Int, in range: Range<Int>
  ) -> Range<Int>? {
    switch line[index] {
    case UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: "f"),
      UInt8(ascii: "F"):
      return end(line, from: index, in: range).map { index..<$0 }
    case UInt8(ascii: "@"): return mail(line, at: index, in: range)
    default: return nil
    }
  }

  private static func mayPrecede(_ byte: UInt8) -> Bool {
    byte.isSpace || "*_~(".utf8.contains(byte)
  }

  private static func autolinkEnd(
    _ line: Span<UInt8>, _ start: Int, host: Int, _ limit: Int, needsPeriod: Bool
  ) -> Int? {
    guard host < limit, line[host].isLetter || line[host].isDigit || line[host] >= 0x80,
      var end = hostEnd(line, host..<limit, needsPeriod: needsPeriod)
    else { return nil }
    while end < limit, !line[end].isSpace, line[end] != UInt8(ascii: "<") { end += 1 }
    return trimmedEnd(line, start..<end)
  }

  /// Whether cmark-gfm reads on in a host name; it stops in the middle of a scalar outside ASCII.
  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }

  /// One past the host name that a text starts with: no underscore in the last two of the parts
  /// between periods, unless it has more periods than cmark-gfm checks.
  ///
  /// As cmark-gfm does, it reads neither the first nor the last byte of the text.
  private static func hostEnd(
    _ line: Span<UInt8>, _ text: Range<Int>, needsPeriod: Bool
  ) -> Int? {
    var index = text.lowerBound + 1
    while index < text.upperBound - 1 {
      if line[index] == UInt8(ascii: "\\"), index < text.upperBound - 2 { index += 1 }
      if !isHost(line[index]) { break }
      index += 1
    }
    let host = text.lowerBound + 1..<index
    return isHostName(line, host, needsPeriod: needsPeriod) ? index : nil
  }

  private static func isHostName(
    _ line: Span<UInt8>, _ host: Range<Int>, needsPeriod: Bool
  ) -> Bool {
    var periodCount = 0
    var hasUnderscore = (beforeLast: false, last: false)
    for index in host {
      if line[index] == UInt8(ascii: ".") {
        periodCount += 1
        hasUnderscore = (hasUnderscore.last, false)
      } else if line[index] == UInt8(ascii: "_") {
        hasUnderscore.last = true
      }
    }
    if hasUnderscore.beforeLast || hasUnderscore.last {
      return periodCount > CmarkLimits.hostPeriodCountMax
    }
    return periodCount > 0 || !needsPeriod
  }

  /// The end without trailing punctuation and unmatched closing parentheses.
  private static func trimmedEnd(_ line: Span<UInt8>, _ range: Range<Int>) -> Int {
    var depth = 0
    for index in range {
      if line[index] == UInt8(ascii: "(") { depth += 1 }
      if line[index] == UInt8(ascii: ")") { depth -= 1 }
    }
    var end = range.upperBound
    while end > range.lowerBound {
      switch line[end - 1] {
      case let byte where "?!.,:*_~'\"".utf8.contains(byte): end -= 1
      case UInt8(ascii: ")") where depth < 0:
        depth += 1
        end -= 1
      default: return end
      }
    }
    return end
  }

  private static func mail(
    _ line: Span<UInt8>, at sign: Int, in range: Range<Int>
  ) -> Range<Int>? {
    let isLocal: (UInt8) -> Bool = { $0.isLetter || $0.isDigit || ".+-_".utf8.contains($0) }
    var start = sign
    while start > range.lowerBound, isLocal(line[start - 1]) { start -= 1 }
    guard start < sign, let end = mailHostEnd(line, sign + 1..<range.upperBound) else { return nil }
    return start..<end
  }

  /// One past the host of a mail address, which has a period and ends with a letter.
  private static func mailHostEnd(_ line: Span<UInt8>, _ text: Range<Int>) -> Int? {
    let isName: (UInt8) -> Bool = { $0.isLetter || $0.isDigit }
    var hasPeriod = false
    var end = text.lowerBound
    while end < text.upperBound {
      if line[end] == UInt8(ascii: "."), end + 1 < text.upperBound, isName(line[end + 1]) {
        hasPeriod = true
      } else if !isName(line[end]), line[end] != UInt8(ascii: "-"), line[end] != UInt8(ascii: "_") {
        break
      }
      end += 1
    }
    let isLast = end == text.upperBound || line[end] != UInt8(ascii: "@")
    return hasPeriod && isLast && line[end - 1].isLetter ? end : nil
  }
}
