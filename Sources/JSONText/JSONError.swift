/// Why a text is no JSON, and where.
package struct JSONError: Error, Sendable, Equatable {
  /// What is wrong, for people.
  package var message: String
  /// Where, in bytes from the start.
  package var byteOffset: Int
}

/// A place in a text for people: 1-based line, 1-based column in Unicode scalars.
package struct JSONPosition: Sendable, Equatable {
  /// 1-based.
  package var line: Int
  /// 1-based, in Unicode scalars.
  package var column: Int

  /// The place of a byte; one past the end for an offset behind it.
  ///
  /// - Complexity: O(byteOffset)
  package static func of(byteOffset: Int, in source: [UInt8]) -> JSONPosition {
    var place = JSONPosition(line: 1, column: 1)
    for byte in source.prefix(max(0, byteOffset)) {
      if byte == UInt8(ascii: "\n") {
        place = JSONPosition(line: place.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }
}
