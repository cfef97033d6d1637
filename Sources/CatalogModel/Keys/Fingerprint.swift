import TableSyntax

/// A 64-bit fingerprint of something that rows are compared by; 0 stands for none.
///
/// Equal things have equal fingerprints; the reverse is checked on the text before it is reported.
enum Fingerprint {
  /// Of a name: case, `-`, `_` and space folded, markup left out.
  static func ofName(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    var hash = FingerprintHasher()
    PlainText.forEachByte(line, range) { byte in
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "_"): break
      default: hash.add(byte.lowercasedASCII)
      }
    }
    return hash.finish()
  }

  /// Of a URL: `http` as `https`, scheme and host in small letters, without the path's last slash.
  static func ofURL(_ line: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    guard !range.isEmpty else { return 0 }
    var hash = FingerprintHasher()
    let url = URLParts(line, range)
    for index in url.scheme where !url.isHTTPS || index < url.scheme.lowerBound + 4 {
      hash.add(line[index].lowercasedASCII)
    }
    hash.add(UInt8(ascii: ":"))
    for index in url.host { hash.add(line[index].lowercasedASCII) }
    var path = url.path
    while let last = path.last, line[last] == UInt8(ascii: "/") {
      path = path.lowerBound..<path.upperBound - 1
    }
    for index in path { hash.add(line[index]) }
    for index in url.rest { hash.add(line[index]) }
    return hash.finish()
  }
}

/// FNV-1a with a finishing mix.
struct FingerprintHasher {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325
  private(set) var isEmpty = true

  mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    isEmpty = false
  }

  /// 0 where nothing was added.
  func finish() -> UInt64 {
    if isEmpty { return 0 }
    let mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return max(1, mixed ^ (mixed >> 32))
  }
}

/// The parts of a URL (RFC 3986 §3), as byte ranges.
struct URLParts {
  /// Without `:`; empty where there is none.
  var scheme: Range<Int>
  /// User, host and port, behind `//`; empty where there is none.
  var host: Range<Int>
  var path: Range<Int>
  /// Query and fragment with their marks.
  var rest: Range<Int>
  var isHTTPS: Bool

  init(_ line: Span<UInt8>, _ range: Range<Int>) {
    var start = range.lowerBound
    let schemeEnd = min(
      range.upperBound,
      line.skip(
        while: { $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E },
        from: start))
    scheme = start..<start
    if schemeEnd > start, schemeEnd < range.upperBound, line[schemeEnd] == UInt8(ascii: ":"),
      line[start].isLetter
    {
      scheme = start..<schemeEnd
      start = schemeEnd + 1
    }
    isHTTPS = scheme.count == 5 && line.hasPrefix("https", at: scheme.lowerBound)
    host = start..<start
    if line.hasPrefix("//", at: start), start + 2 <= range.upperBound {
      let hostEnd = min(
        range.upperBound,
        line.skip(
          while: { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") },
          from: start + 2))
      host = start + 2..<hostEnd
      start = hostEnd
    }
    let pathEnd = min(
      range.upperBound,
      line.skip(while: { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }, from: start))
    path = start..<pathEnd
    rest = pathEnd..<range.upperBound
  }
}
