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
    let hostEnd = min(limit, line.skip(while: isHost, from: host))
    guard hostEnd > host, isHostName(line, host..<hostEnd, needsPeriod: needsPeriod) else {
      return nil
    }
    let end = line.skip(while: { !$0.isSpace && $0 != UInt8(ascii: "<") }, from: hostEnd)
    return trimmedEnd(line, start..<min(limit, end))
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// No underscore in the last two of the parts between periods.
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
    if hasUnderscore.beforeLast || hasUnderscore.last { return false }
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
    let hostEnd = min(range.upperBound, line.skip(while: isHost, from: sign + 1))
    guard start < sign, hostEnd > sign + 1, line[hostEnd - 1].isLetter,
      isHostName(line, sign + 1..<hostEnd, needsPeriod: true)
    else { return nil }
    return start..<hostEnd
  }
}
