import LineStore
import TableSyntax

/// Characters that people do not see and that break comparisons.
enum SuspiciousCharacters {
  /// A suspicious character and what to put in its place.
  struct Occurrence {
    var range: Range<Int>
    var name: String
    /// nil where it is for a person to decide.
    var replacement: [UInt8]?
    /// Whether it is right in a text: a no-break space or a soft hyphen.
    var isTypography = false
  }

  /// The bytes that any of them begins with.
  @inline(__always)
  private static func candidates(_ word: UInt64) -> UInt64 {
    let unusual = ByteMask.unusual(word) & ~ByteMask.equal(word, 0x09)
    return unusual | ByteMask.equal(word, 0x5C)
  }

  /// The suspicious characters of a value, in order.
  ///
  /// - Complexity: O(value)
  static func find(_ line: Span<UInt8>, _ range: Range<Int>) -> [Occurrence] {
    var found: [Occurrence] = []
    var neighbours = Neighbours()
    var index = range.lowerBound
    while true {
      let candidate = line.firstIndex(in: index..<range.upperBound, where: candidates)
      if candidate > index { neighbours.previous = UInt32(truncatingIfNeeded: line[candidate - 1]) }
      index = candidate
      if index == range.upperBound { return found }
      if line[index] == 0x5C {
        index = readBackslashes(line, from: index, range, &found)
        neighbours.previous = 0x5C
        continue
      }
      if (0xE4...0xE9).contains(line[index]), index + 3 <= range.upperBound {
        // Ideographs, which need no closer look and are most of some texts.
        neighbours.previous = 0x4E00
        index += 3
        continue
      }
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: range.upperBound)
      let end = index + length
      if let name = InvisibleCharacter.name(scalar) {
        let next =
          end < range.upperBound
          ? DisplayWidth.decode(line, at: end, end: range.upperBound).0 : 0
        if !neighbours.need(scalar, before: next, line, range) {
          let replacement: [UInt8] = InvisibleCharacter.isSpace(scalar) ? [0x20] : []
          found.append(
            Occurrence(
              range: index..<end, name: name, replacement: replacement,
              isTypography: InvisibleCharacter.isTypography(scalar)))
        }
      }
      neighbours.previous = scalar
      index = end
    }
  }

  /// Reads a run of backslashes. After an even number before a pipe, cmark-gfm reads an
  /// escaped pipe, others a border.
  private static func readBackslashes(
    _ line: Span<UInt8>, from start: Int, _ range: Range<Int>, _ found: inout [Occurrence]
  ) -> Int {
    let end = min(range.upperBound, line.skip(while: { $0 == 0x5C }, from: start))
    let isEven = (end - start) % 2 == 0
    guard isEven, end < range.upperBound, line[end] == UInt8(ascii: "|") else { return end }
    found.append(Occurrence(range: end - 2..<end + 1, name: "\\\\|", replacement: nil))
    return end + 1
  }

  /// The neighbours of a character, which tell whether the character is needed.
  private struct Neighbours {
    var previous: UInt32 = 0
    /// Whether the value has right-to-left text, once it is known.
    private var hasRightToLeftText: Bool?

    /// Whether script or emoji need an invisible character before `next`.
    mutating func need(
      _ scalar: UInt32, before next: UInt32, _ line: Span<UInt8>, _ range: Range<Int>
    ) -> Bool {
      switch scalar {
      case 0x200C: return Script.hasJoiners(previous) || Script.hasJoiners(next)
      case 0x200D:
        return Script.hasJoiners(previous) || Script.hasJoiners(next)
          || Script.isPicture(previous) && Script.isPicture(next)
      case 0x200B: return Script.hasNoSpaces(previous) && Script.hasNoSpaces(next)
      case 0x180E: return (0x1800...0x18AF).contains(previous)
      case 0x034F, 0xFE00...0xFE0F: return previous >= 0x80 || Script.mayBeKeycap(previous)
      case 0xE0020...0xE007F: return previous >= 0x1F000
      case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        let known = hasRightToLeftText ?? Script.isRightToLeft(line, range)
        hasRightToLeftText = known
        return known
      default: return false
      }
    }
  }
}

/// The characters that nobody sees.
enum InvisibleCharacter {
  /// Its name, nil for a character that is seen.
  static func name(_ scalar: UInt32) -> String? {
    switch scalar {
    case 0x20...0x7E, 0x09: return nil
    case 0xA0, 0x202F, 0x2007: return "no-break space"
    case 0x200B: return "zero-width space"
    case 0x200C: return "zero-width non-joiner"
    case 0x200D: return "zero-width joiner"
    case 0x2060, 0xFEFF: return "zero-width no-break space"
    case 0xAD: return "soft hyphen"
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "direction mark"
    case 0x2028, 0x2029: return "line separator"
    case 0x034F, 0x180E, 0x2061...0x2064: return "invisible character"
    case 0xFE00...0xFE0F: return "variation selector"
    case 0x3164, 0xFFA0: return "invisible filler"
    case 0xE0000...0xE007F: return "invisible tag"
    case 0...0x1F, 0x7F...0x9F: return "control character"
    default: return nil
    }
  }

  /// Whether it is right in a text.
  static func isTypography(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x202F, 0x2007, 0xAD: true
    default: false
    }
  }

  /// Whether it separates words.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0, 0x202F, 0x2007, 0x2028, 0x2029, 0x85, 0...0x1F: true
    default: false
    }
  }
}

/// What a character belongs to, by its code point's block.
private enum Script {
  /// Letters that join or form clusters, so that joiners change how they are written.
  static func hasJoiners(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0590...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1CFF, 0xA800...0xABFF,
      0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x10A00...0x11FFF, 0x1E900...0x1E95F:
      true
    default: false
    }
  }

  /// Letters that are written without spaces, where a zero-width one parts words.
  static func hasNoSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19DF, 0x1A20...0x1AAF: true
    default: false
    }
  }

  /// Emoji and what goes with them.
  static func isPicture(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA9, 0xAE, 0x203C, 0x2049, 0x20E3, 0x2100...0x2BFF, 0x3030, 0x303D, 0x3297, 0x3299,
      0xFE0F, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }

  /// A sign that a variation selector makes a key of.
  static func mayBeKeycap(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x23, 0x2A, 0x30...0x39: true
    default: false
    }
  }

  static func isRightToLeft(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = DisplayWidth.decode(line, at: index, end: range.upperBound)
      if (0x590...0x8FF).contains(scalar) || (0xFB1D...0xFEFC).contains(scalar) { return true }
      index += length
    }
    return false
  }
}
