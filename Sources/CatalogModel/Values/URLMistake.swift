import LineStore
import TableSyntax

/// What is wrong with the beginning of a URL: a misspelt scheme, a host without one, or an
/// identifier in place of a URL.
struct URLMistake {
  /// The bytes to replace.
  let range: Range<Int>
  /// The scheme that was meant, with `://`.
  let scheme: String
  /// Whether there is no scheme, rather than a misspelt one.
  let lacksScheme: Bool
  /// Whether it is an identifier such as a DOI.
  var isIdentifier: Bool { scheme.count > 8 }

  /// The mistake of a destination, nil for a full URL, a path or an anchor.
  ///
  /// - Complexity: O(1) for most URLs, else O(range)
  init?(_ line: Span<UInt8>, _ url: Range<Int>) {
    if url.count > 8, line.hasPrefix("https://", at: url.lowerBound),
      !line.hasPrefix("http", at: url.lowerBound + 8)
    {
      return nil
    }
    if let misspelt = Self.misspeltScheme(line, url) ?? Self.identifier(line, url) {
      self = misspelt
    } else if Self.isHost(line, url) {
      self.init(url.lowerBound..<url.lowerBound, "https://", lacksScheme: true)
    } else {
      return nil
    }
  }

  private init(_ range: Range<Int>, _ scheme: String, lacksScheme: Bool) {
    self.range = range
    self.scheme = scheme
    self.lacksScheme = lacksScheme
  }

  // MARK: Schemes

  /// A scheme that is meant as `http` or `https`: other letters of these, or other marks after it.
  private static func misspeltScheme(_ line: Span<UInt8>, _ url: Range<Int>) -> URLMistake? {
    let start = url.lowerBound
    let letters = min(url.upperBound, line.skip(while: isSchemeLetter, from: start))
    guard (3...7).contains(letters - start) else { return nil }
    let marks = min(url.upperBound, line.skip(while: isSchemeMark, from: letters))
    guard marks > letters, marks < url.upperBound else { return nil }
    let isRight =
      letters - start == 4 && line.hasPrefix("http", at: start)
      || letters - start == 5 && line.hasPrefix("https", at: start)
    let isEndRight = marks - letters == 3 && line.hasPrefix("://", at: letters)
    let isSecure = line[letters - 1].lowercasedASCII == UInt8(ascii: "s")
    let scheme = isSecure ? "https://" : "http://"
    if isRight, isEndRight {
      // A second scheme after the first.
      let second = marks..<url.upperBound
      let isDoubled =
        line.hasPrefix("http://", at: marks) || line.hasPrefix("https://", at: marks)
      if isDoubled { return URLMistake(start..<marks, "", lacksScheme: false) }
      return schemeAsHost(line, second).map {
        URLMistake(start..<$0, scheme, lacksScheme: false)
      }
    }
    let slashCount = (letters..<marks).count { line[$0] == UInt8(ascii: "/") }
    let hasColon = (letters..<marks).contains { line[$0] == UInt8(ascii: ":") }
    if isRight {
      // `http/x` is a path, `http:x` is not.
      guard hasColon || slashCount > 1 else { return nil }
    } else {
      guard slashCount > 0, hasColon || slashCount > 1, hasTAndP(line, start..<letters) else {
        return nil
      }
    }
    return URLMistake(start..<marks, scheme, lacksScheme: false)
  }

  /// One past a host that is a scheme, as in `http://whttp/example.org`.
  private static func schemeAsHost(_ line: Span<UInt8>, _ rest: Range<Int>) -> Int? {
    let end = min(rest.upperBound, line.skip(while: \.isLetter, from: rest.lowerBound))
    guard end + 1 < rest.upperBound, line[end] == UInt8(ascii: "/"), end - rest.lowerBound < 7,
      (rest.lowerBound..<end).contains(where: { line.hasPrefix("http", at: $0) })
    else { return nil }
    return end + 1
  }

  /// `arXiv:…` and `doi:…`, which no browser opens.
  private static func identifier(_ line: Span<UInt8>, _ url: Range<Int>) -> URLMistake? {
    let prefixes: [(StaticString, String)] = [
      ("arxiv:", "https://arxiv.org/abs/"), ("doi:", "https://doi.org/"),
    ]
    for (prefix, right) in prefixes where line.hasPrefix(prefix, at: url.lowerBound) {
      let end = url.lowerBound + prefix.utf8CodeUnitCount
      guard end < url.upperBound, line[end].isDigit else { return nil }
      return URLMistake(url.lowerBound..<end, right, lacksScheme: false)
    }
    return nil
  }

  private static func isSchemeLetter(_ byte: UInt8) -> Bool {
    "htps".utf8.contains(byte.lowercasedASCII)
  }

  private static func isSchemeMark(_ byte: UInt8) -> Bool { ":/;\\".utf8.contains(byte) }

  private static func hasTAndP(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.contains { line[$0].lowercasedASCII == UInt8(ascii: "t") }
      && range.contains { line[$0].lowercasedASCII == UInt8(ascii: "p") }
  }

  // MARK: Hosts

  /// Names that end in these are hosts even without a path.
  private static let hostEndings: Set<String> = [
    "com", "org", "net", "io", "edu", "gov", "ai", "dev", "app", "info", "co", "uk", "de", "eu",
    "fr", "it", "es", "ch", "nl", "jp", "cn", "kr", "ru", "ca", "au", "us", "in", "br", "at", "se",
    "me", "tech", "cloud", "xyz", "example",
  ]
  /// Endings of files, whose names are no hosts even if a path follows.
  private static let fileEndings: Set<String> = [
    "md", "html", "htm", "pdf", "txt", "csv", "json", "zip", "png", "jpg", "svg", "py", "js", "ts",
    "rs", "sh", "xml", "yaml", "yml", "tex", "bib", "gz", "tar", "docx", "xlsx", "pptx", "ipynb",
    "github", "git", "wiki", "pl", "cc", "so", "ps",
  ]

  /// Whether a destination begins with the name of a host.
  private static func isHost(_ line: Span<UInt8>, _ url: Range<Int>) -> Bool {
    let start = url.lowerBound
    let end = min(
      url.upperBound,
      line.skip(
        while: { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") },
        from: start))
    guard end > start, line[start].isLetter || line[start].isDigit else { return false }
    let labels = line.array(start..<end).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > 1, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
      (2...10).contains(last.count), last.allSatisfy(\.isLetter)
    else { return false }
    if line.hasPrefix("www.", at: start) { return labels.count > 2 }
    let ending = String(decoding: last.map(\.lowercasedASCII), as: UTF8.self)
    let isAtEnd = end == url.upperBound
    if isAtEnd { return hostEndings.contains(ending) && labels[0].count > 1 }
    return "/:?#".utf8.contains(line[end]) && !fileEndings.contains(ending)
      && (labels.count > 2 || hostEndings.contains(ending) || line[end] == UInt8(ascii: "/"))
  }
}
