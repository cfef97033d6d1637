import TableSyntax

/// A value as it is meant: without comments inside it and without characters that nobody sees.
struct CleanValue {
  /// The text.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// The place of each byte in the line.
  private var offsets: ContiguousArray<Int> = []
  private let end: Int

  /// Reads a value; nil if nothing has to be left out.
  ///
  /// - Complexity: O(value)
  init?(_ line: Span<UInt8>, _ value: Range<Int>) {
    let parts = Self.partsToDrop(line, value)
    if parts.isEmpty { return nil }
    end = value.upperBound
    var start = value.lowerBound
    for part in parts where part.range.lowerBound >= start {
      append(line, start..<part.range.lowerBound)
      if part.isComment {
        removeTrailingBlanks()
      } else if part.isSpace {
        append(0x20, at: part.range.lowerBound)
      }
      start = part.range.upperBound
    }
    append(line, start..<value.upperBound)
  }

  /// The text's range without spaces at its ends.
  var trimmed: Range<Int> {
    guard let start = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return 0..<0 }
    return start..<last + 1
  }

  /// The text of a value as it is meant.
  static func text(_ line: Span<UInt8>, _ value: Range<Int>) -> [UInt8] {
    guard let clean = CleanValue(line, value) else { return line.array(value) }
    return Array(clean.bytes[clean.trimmed])
  }

  /// The range of the line that a range of the text comes from.
  func lineRange(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < offsets.count ? offsets[range.lowerBound] : end
    if range.isEmpty { return start..<start }
    return start..<max(start, offsets[range.upperBound - 1] + 1)
  }

  private struct Part {
    var range: Range<Int>
    var isSpace = false
    var isComment = false
  }

  /// Comments and suspicious characters, in order.
  private static func partsToDrop(_ line: Span<UInt8>, _ value: Range<Int>) -> [Part] {
    var parts = SuspiciousCharacters.find(line, value).compactMap { occurrence in
      occurrence.replacement.map { Part(range: occurrence.range, isSpace: !$0.isEmpty) }
    }
    guard line.mayHoldComment(in: value) else { return parts }
    parts += InlineLinks(in: line, value).comments.map { Part(range: $0, isComment: true) }
    return parts.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func append(_ line: Span<UInt8>, _ range: Range<Int>) {
    for index in range { append(line[index], at: index) }
  }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  private mutating func removeTrailingBlanks() {
    while bytes.last?.isBlank == true {
      bytes.removeLast()
      offsets.removeLast()
    }
  }
}
