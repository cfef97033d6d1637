extension JSONReader {
  /// Reads a source that holds one value, without what other readers lose: an object must not have
  /// a name twice (RFC 8259 §4), and a string neither half of a surrogate pair (§8.2) nor NUL.
  ///
  /// - Complexity: O(bytes)
  package static func parseStrictly(
    _ source: ContiguousArray<UInt8>
  ) throws(JSONError) -> JSONValue {
    let value = try parse(source)
    let errors = [LostEscape.first(in: source.span), value.firstRepeatedName.map(error)]
    if let first = errors.compactMap({ $0 }).min(by: { $0.byteOffset < $1.byteOffset }) {
      throw first
    }
    return value
  }

  private static func error(ofRepeated member: JSONMember) -> JSONError {
    JSONError(
      message: "The object has “\(member.key.prefix(80))” twice: remove or rename one",
      byteOffset: member.keyByteRange.lowerBound)
  }
}

extension JSONValue {
  /// The first member of an object that has its name already, in this value and all in it.
  ///
  /// - Complexity: O(values)
  package var firstRepeatedName: JSONMember? {
    var found: JSONMember?
    forEachRepeatedName { member in
      found = found ?? member
      return false
    }
    return found
  }

  /// Calls `body` with each member of an object that has its name already, in order, until it
  /// returns false. Returns whether it never did.
  ///
  /// - Complexity: O(values)
  @discardableResult
  package func forEachRepeatedName(_ body: (JSONMember) -> Bool) -> Bool {
    switch kind {
    case .array(let items): return items.allSatisfy { $0.forEachRepeatedName(body) }
    case .object(let members):
      var known: Set<String> = []
      let isSmall = members.count <= 8
      for (index, member) in members.enumerated() {
        let isKnown =
          isSmall
          ? members[..<index].contains { $0.key == member.key }
          : !known.insert(member.key).inserted
        if isKnown && !body(member) || !member.value.forEachRepeatedName(body) { return false }
      }
      return true
    default: return true
    }
  }
}

/// An escape whose character a text cannot hold.
private enum LostEscape {
  /// The first one in valid JSON.
  static func first(in source: Span<UInt8>) -> JSONError? {
    var index = 0
    while true {
      index = source.firstIndex(from: index) { ByteWord.equal($0, UInt8(ascii: "\\")) }
      if index + 1 >= source.count { return nil }
      guard source[index + 1] == UInt8(ascii: "u"), let unit = unit(in: source, at: index) else {
        index += 2
        continue
      }
      switch unit {
      case 0:
        return JSONError(message: "A string must not hold NUL (\\u0000)", byteOffset: index)
      case 0xD800...0xDBFF where isLowSurrogate(source, at: index + 6): index += 12
      case 0xD800...0xDFFF:
        return JSONError(
          message: "\\u\(String(unit, radix: 16)) is half of a surrogate pair: write both halves",
          byteOffset: index)
      default: index += 6
      }
    }
  }

  private static func isLowSurrogate(_ source: Span<UInt8>, at index: Int) -> Bool {
    unit(in: source, at: index).map { (0xDC00...0xDFFF).contains($0) } ?? false
  }

  /// The number of the escape `\uXXXX` at an index.
  private static func unit(in source: Span<UInt8>, at index: Int) -> UInt32? {
    guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"),
      source[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return (index + 2..<index + 6).reduce(0) { unit, digit in
      unit << 4 | UInt32(Character(Unicode.Scalar(source[digit])).hexDigitValue ?? 0)
    }
  }
}
