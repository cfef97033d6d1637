package import LineStore

/// A text as lines with their endings, to compare with another.
package struct LineSequence: Sendable {
  /// All bytes of the text.
  package let bytes: ContiguousArray<UInt8>
  /// Byte offset of each line's start, and of the text's end.
  private var starts: ContiguousArray<Int> = [0]

  /// Lines as `diff` and `patch` have them: each but perhaps the last ends with LF.
  ///
  /// - Complexity: O(bytes)
  package init(linesByLineFeedOf bytes: ContiguousArray<UInt8>) {
    self.bytes = bytes
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      starts.append(index + 1)
    }
    if starts.last != bytes.count { starts.append(bytes.count) }
  }

  /// Lines as an editor has them, including the empty one after a last ending.
  ///
  /// - Complexity: O(bytes)
  package init(_ text: LineText) {
    bytes = text.bytes
    var end = 0
    text.forEachLine(in: 0..<text.lineCount) { _, line, ending in
      end += line.count + ending.byteCount
      starts.append(end)
      return true
    }
  }

  /// Number of lines.
  package var count: Int { starts.count - 1 }

  /// The bytes of a line, ending included.
  package subscript(line: Int) -> ArraySlice<UInt8> { bytes[range(line)] }

  /// The byte range of a line, ending included.
  package func range(_ line: Int) -> Range<Int> { starts[line]..<starts[line + 1] }

  /// A hash of a line.
  func fingerprint(_ line: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range(line) { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }

  /// Whether a line may be one of another text, changed: most of the longer is common at the ends.
  func isLike(_ line: Int, _ other: LineSequence, _ otherLine: Int) -> Bool {
    let left = range(line)
    let right = other.range(otherLine)
    let count = min(left.count, right.count)
    var common = 0
    while common < count, bytes[left.lowerBound + common] == other.bytes[right.lowerBound + common]
    {
      common += 1
    }
    var tail = 0
    while common + tail < count,
      bytes[left.upperBound - 1 - tail] == other.bytes[right.upperBound - 1 - tail]
    {
      tail += 1
    }
    return (common + tail) * 2 >= max(left.count, right.count)
  }

  /// Whether a line is the same as one of another text.
  func isEqual(_ line: Int, _ other: LineSequence, _ otherLine: Int) -> Bool {
    bytes[range(line)] == other.bytes[other.range(otherLine)]
  }
}
