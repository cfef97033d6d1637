/// A pattern for one name in a path (fnmatch(3), in the "C" locale: byte by byte, as git does).
package struct NamePattern: Sendable {
  fileprivate enum Part: Sendable {
    case byte(UInt8)
    case any
    case run
    case set(ByteSet)

    func takes(_ byte: UInt8) -> Bool {
      switch self {
      case .byte(let own): own == byte
      case .any: true
      case .run: false
      case .set(let bytes): bytes.contains(byte)
      }
    }
  }

  private var parts: [Part] = []

  /// A pattern, nil where it can match nothing: a set or an escape without its end.
  package init?(_ text: some Collection<UInt8>) {
    var rest = Array(text)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "*"): parts.append(.run)
      case UInt8(ascii: "?"): parts.append(.any)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        parts.append(.byte(escaped))
      case UInt8(ascii: "["):
        guard let set = ByteSet(&rest) else { return nil }
        parts.append(.set(set))
      default: parts.append(.byte(byte))
      }
    }
  }

  /// Whether a name matches as a whole.
  ///
  /// - Complexity: O(pattern × name): a run never goes back further than the last `*`
  package func matches(_ name: [UInt8]) -> Bool {
    var part = 0
    var index = 0
    var retry: (part: Int, index: Int)?
    while true {
      if part < parts.count, case .run = parts[part] {
        part += 1
        retry = (part, index)
      } else if index == name.count, part == parts.count {
        return true
      } else if index < name.count, part < parts.count, parts[part].takes(name[index]) {
        part += 1
        index += 1
      } else if let last = retry, last.index < name.count {
        retry = (last.part, last.index + 1)
        (part, index) = (last.part, last.index + 1)
      } else {
        return false
      }
    }
  }
}

/// The bytes between `[` and `]`, a bit for each.
private struct ByteSet: Sendable {
  private var bits = SIMD4<UInt64>()
  private static let all = UInt8.min...UInt8.max

  /// Whether the set has a byte.
  func contains(_ byte: UInt8) -> Bool { bits[Int(byte >> 6)] >> UInt64(byte & 63) & 1 == 1 }

  private mutating func insert(_ byte: UInt8) { bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  /// Reads the set after `[`; nil where there is no `]`.
  init?(_ rest: inout ArraySlice<UInt8>) {
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst {
        if isNegated { bits = ~bits }
        return
      }
      isFirst = false
      if byte == UInt8(ascii: "["), rest.first == UInt8(ascii: ":"), insertClass(&rest) { continue }
      guard let low = Self.member(byte, &rest) else { return nil }
      insert(low, &rest)
    }
    return nil
  }

  /// A byte, or the one that a backslash escapes.
  private static func member(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  /// Adds a byte, or the range that begins with it.
  private mutating func insert(_ low: UInt8, _ rest: inout ArraySlice<UInt8>) {
    guard rest.first == UInt8(ascii: "-"), let next = rest.dropFirst().first,
      next != UInt8(ascii: "]")
    else {
      insert(low)
      return
    }
    rest.removeFirst(2)
    if let high = Self.member(next, &rest), low <= high { for byte in low...high { insert(byte) } }
  }

  /// Adds a class such as `:alpha:]`; false where the text is no class.
  private mutating func insertClass(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let end = rest.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      rest[end...].dropFirst().first == UInt8(ascii: "]")
    else { return false }
    let name = String(decoding: rest[(rest.startIndex + 1)..<end], as: UTF8.self)
    guard let isMember = Self.classes[name] else { return false }
    for byte in Self.all where isMember(byte) { insert(byte) }
    rest = rest[(end + 2)...]
    return true
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { $0.isLetter || $0.isDigit }, "alpha": { $0.isLetter }, "digit": { $0.isDigit },
    "blank": { $0.isBlank }, "cntrl": { $0 < 0x20 || $0 == 0x7F },
    "graph": { (0x21...0x7E).contains($0) }, "print": { (0x20...0x7E).contains($0) },
    "lower": { (0x61...0x7A).contains($0) }, "upper": { (0x41...0x5A).contains($0) },
    "punct": { (0x21...0x7E).contains($0) && !$0.isLetter && !$0.isDigit },
    "space": { $0 == 0x20 || (0x09...0x0D).contains($0) },
    "xdigit": { $0.isDigit || (0x61...0x66).contains($0 | 0x20) },
  ]
}
