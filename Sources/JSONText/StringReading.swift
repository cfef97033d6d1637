/// Reads a JSON string (RFC 8259 §7): first its extent, with every byte checked, then its text.
enum StringReading {
  /// The extent of a string.
  struct Extent {
    /// Index of the closing quotation mark.
    var end: Int
    /// Bytes of the text once its escapes are read.
    var byteCount: Int
  }

  /// An escape and its scalar.
  private struct Escape {
    var scalar: Unicode.Scalar
    /// Index after it.
    var end: Int
  }

  /// The extent of the string whose first byte, after its quotation mark, has an index.
  ///
  /// - Complexity: O(bytes), eight at a time where they are ASCII
  static func extent(
    in source: Span<UInt8>, from start: Int
  ) throws(JSONError) -> Extent {
    var index = start
    var droppedByteCount = 0
    while true {
      index = source.firstIndex(from: index) {
        ByteWord.special($0) | ByteWord.notASCII($0)
      }
      guard index < source.count else {
        throw JSONError(message: "Unexpected end inside a string", byteOffset: index)
      }
      switch source[index] {
      case UInt8(ascii: "\""):
        return Extent(end: index, byteCount: index - start - droppedByteCount)
      case UInt8(ascii: "\\"):
        let escape = try escape(in: source, at: index)
        droppedByteCount += escape.end - index - UTF8.width(escape.scalar)
        index = escape.end
      case 0x80...:
        guard let count = UTF8Sequence.byteCount(in: source, at: index) else {
          throw JSONError(message: "The string is not valid UTF-8", byteOffset: index)
        }
        index += count
      default:
        throw JSONError(
          message: "A control character must be escaped in a string", byteOffset: index)
      }
    }
  }

  /// Adds the text of a string to bytes.
  ///
  /// - Complexity: O(bytes), by copying runs between escapes
  static func append(
    _ source: Span<UInt8>, from start: Int, _ extent: Extent,
    to bytes: inout ContiguousArray<UInt8>
  ) throws(JSONError) {
    var index = start
    while index < extent.end {
      let runEnd = min(
        extent.end, source.firstIndex(from: index) { ByteWord.equal($0, UInt8(ascii: "\\")) })
      unsafe source.extracting(index..<runEnd).withUnsafeBufferPointer {
        unsafe bytes.append(contentsOf: $0)
      }
      index = runEnd
      if index == extent.end { break }
      let escape = try escape(in: source, at: index)
      index = escape.end
      if let scalar = UTF8.encode(escape.scalar) { bytes.append(contentsOf: scalar) }
    }
  }

  // MARK: Escapes

  private static func escape(
    in source: Span<UInt8>, at start: Int
  ) throws(JSONError) -> Escape {
    guard start + 1 < source.count else {
      throw JSONError(message: "Unexpected end inside a string", byteOffset: source.count)
    }
    let scalar: Unicode.Scalar
    switch source[start + 1] {
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "u"): return try unicodeEscape(in: source, at: start)
    default: throw JSONError(message: "No such escape in a string", byteOffset: start + 1)
    }
    return Escape(scalar: scalar, end: start + 2)
  }

  /// A lone surrogate becomes U+FFFD.
  private static func unicodeEscape(
    in source: Span<UInt8>, at start: Int
  ) throws(JSONError) -> Escape {
    guard let unit = hexUnit(in: source, at: start + 2) else {
      throw JSONError(
        message: "Four hexadecimal digits were expected here", byteOffset: start + 2)
    }
    let end = start + 6
    if (0xD800...0xDBFF).contains(unit), end + 1 < source.count,
      source[end] == UInt8(ascii: "\\"), source[end + 1] == UInt8(ascii: "u"),
      let low = hexUnit(in: source, at: end + 2), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      return Escape(scalar: scalar, end: end + 6)
    }
    return Escape(scalar: Unicode.Scalar(unit) ?? "\u{FFFD}", end: end)
  }

  private static func hexUnit(in source: Span<UInt8>, at start: Int) -> UInt32? {
    guard start + 4 <= source.count else { return nil }
    var unit: UInt32 = 0
    for index in start..<start + 4 {
      guard let digit = Character(Unicode.Scalar(source[index])).hexDigitValue else { return nil }
      unit = unit << 4 | UInt32(truncatingIfNeeded: digit)
    }
    return unit
  }
}
