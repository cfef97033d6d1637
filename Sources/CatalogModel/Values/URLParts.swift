import LineStore
import TableSyntax

/// The parts of a URL (RFC 3986 §3), as byte ranges.
struct URLParts {
  /// Without `:`; empty if there is no scheme.
  private(set) var scheme: Range<Int>
  /// User, host and port, after `//`; empty if the URL has no host.
  private(set) var host: Range<Int>
  private(set) var path: Range<Int>
  /// Query and fragment with their marks.
  private(set) var rest: Range<Int>
  let isHTTPS: Bool

  init(_ line: Span<UInt8>, _ range: Range<Int>) {
    let end = range.upperBound
    var start = range.lowerBound
    scheme = start..<start
    isHTTPS = range.count >= 6 && line.hasPrefix("https:", at: start)
    if let colon = isHTTPS ? start + 5 : Self.schemeEnd(line, range) {
      scheme = start..<colon
      start = colon + 1
    }
    host = start..<start
    if start + 2 <= end, line.hasPrefix("//", at: start) {
      let hostEnd = Self.end(line, start + 2..<end, stopsAtSlash: true)
      host = start + 2..<hostEnd
      start = hostEnd
    }
    let pathEnd = Self.end(line, start..<end, stopsAtSlash: false)
    path = start..<pathEnd
    rest = pathEnd..<end
  }

  /// Whether a URL has a scheme and a host.
  static func isFull(_ line: Span<UInt8>, _ url: Range<Int>) -> Bool {
    // Most URLs; their paths need not be read.
    if url.count > 8, line.hasPrefix("https://", at: url.lowerBound),
      line[url.lowerBound + 8].isLetter
    {
      return true
    }
    let parts = URLParts(line, url)
    return !parts.scheme.isEmpty && !parts.host.isEmpty
  }

  /// The place of the colon after a scheme.
  private static func schemeEnd(_ line: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for index in range {
      let byte = line[index]
      if byte == UInt8(ascii: ":") { return index > range.lowerBound ? index : nil }
      let isPart =
        byte.isLetter
        || index > range.lowerBound
          && (byte.isDigit || byte == 0x2B || byte == 0x2D || byte == 0x2E)
      if !isPart { return nil }
    }
    return nil
  }

  /// The place of `?`, `#` or, at the host's end, `/`.
  private static func end(_ line: Span<UInt8>, _ range: Range<Int>, stopsAtSlash: Bool) -> Int {
    let part = line.extracting(range)
    var index = 0
    while index + 8 <= part.count {
      let found = ends(in: part.word(at: index), stopsAtSlash)
      if found != 0 { return range.lowerBound + index + ByteMask.firstByte(found) }
      index += 8
    }
    let found = ends(in: part.lastWord(from: index), stopsAtSlash)
    return found == 0 ? range.upperBound : range.lowerBound + index + ByteMask.firstByte(found)
  }

  @inline(__always)
  private static func ends(in word: UInt64, _ stopsAtSlash: Bool) -> UInt64 {
    let found = ByteMask.equal(word, UInt8(ascii: "?")) | ByteMask.equal(word, UInt8(ascii: "#"))
    return stopsAtSlash ? found | ByteMask.equal(word, UInt8(ascii: "/")) : found
  }
}
