import TableSyntax

/// Characters that people do not see and that break comparisons.
enum SuspiciousCharacters {
  /// A suspicious character and what to put in its place.
  struct Finding {
    var range: Range<Int>
    var name: String
    /// nil where it is for a person to decide.
    var replacement: [UInt8]?
  }

  /// Whether a line may hold any: a quick look.
  static func mayOccur(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range {
      let byte = line[index]
      if byte >= 0x80 || byte < 0x20 && byte != 0x09 || byte == 0x7F || byte == 0x5C {
        return true
      }
    }
    return false
  }

  /// The suspicious characters of a value, in order.
  static func find(_ line: Span<UInt8>, _ range: Range<Int>) -> [Finding] {
    guard mayOccur(line, range) else { return [] }
    var findings: [Finding] = []
    var index = range.lowerBound
    var previous: UInt32 = 0
    while index < range.upperBound {
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: range.upperBound)
      let place = index..<index + length
      if scalar == 0x5C, isDoubleEscape(line, index, range) {
        findings.append(Finding(range: index..<index + 3, name: "\\\\|", replacement: nil))
        index += 3
        continue
      }
      if let name = name(of: scalar),
        !isNeeded(scalar, after: previous, line, place.upperBound, range)
      {
        let replacement: [UInt8] = isSpace(scalar) ? [0x20] : []
        findings.append(Finding(range: place, name: name, replacement: replacement))
      }
      previous = scalar
      index += length
    }
    return findings
  }

  /// A value as it reads without them, trimmed; nil where there are none.
  static func cleaned(_ line: Span<UInt8>, _ range: Range<Int>) -> ContiguousArray<UInt8>? {
    let findings = find(line, range).filter { $0.replacement != nil }
    guard !findings.isEmpty else { return nil }
    var clean = ContiguousArray<UInt8>()
    var start = range.lowerBound
    for finding in findings {
      for index in start..<finding.range.lowerBound { clean.append(line[index]) }
      clean.append(contentsOf: finding.replacement ?? [])
      start = finding.range.upperBound
    }
    for index in start..<range.upperBound { clean.append(line[index]) }
    while clean.last == 0x20 { clean.removeLast() }
    return ContiguousArray(clean.drop { $0 == 0x20 })
  }

  /// `\\|`: cmark-gfm reads an escaped pipe, others a backslash and a border.
  private static func isDoubleEscape(
    _ line: Span<UInt8>, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    index + 3 <= range.upperBound && line[index + 1] == 0x5C && line[index + 2] == 0x7C
  }

  private static func isSpace(_ scalar: UInt32) -> Bool {
    scalar == 0xA0 || scalar == 0x202F || scalar == 0x2007 || scalar < 0x20 || scalar == 0x85
      || scalar == 0x2028 || scalar == 0x2029
  }

  private static func name(of scalar: UInt32) -> String? {
    switch scalar {
    case 0xA0, 0x202F, 0x2007: return "no-break space"
    case 0x200B: return "zero-width space"
    case 0x200C: return "zero-width non-joiner"
    case 0x200D: return "zero-width joiner"
    case 0x2060, 0xFEFF: return "zero-width no-break space"
    case 0xAD: return "soft hyphen"
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "direction mark"
    case 0x2028, 0x2029: return "line separator"
    case 0...0x08, 0x0A...0x1F, 0x7F...0x9F: return "control character"
    default: return nil
    }
  }

  /// Joiners belong to emoji and to scripts that join; direction marks to right-to-left text.
  private static func isNeeded(
    _ scalar: UInt32, after previous: UInt32, _ line: Span<UInt8>, _ end: Int, _ range: Range<Int>
  ) -> Bool {
    switch scalar {
    case 0x200C, 0x200D:
      guard end < range.upperBound else { return false }
      let next = DisplayWidth.decode(line, at: end, end: range.upperBound).0
      return previous >= 0x590 && next >= 0x590 && !isSpace(next)
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      return hasRightToLeftText(line, range)
    default: return false
    }
  }

  private static func hasRightToLeftText(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: range.upperBound)
      if (0x590...0x8FF).contains(scalar) || (0xFB1D...0xFEFC).contains(scalar) { return true }
      index += length
    }
    return false
  }
}
