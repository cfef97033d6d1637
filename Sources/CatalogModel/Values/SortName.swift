import TableSyntax

/// A name as rows are ordered and compared by it: without markup, in small letters.
package struct SortName: Sendable, Equatable {
  /// The name in small letters.
  package private(set) var bytes: ContiguousArray<UInt8> = []

  /// Whether there is no name.
  package var isEmpty: Bool { bytes.isEmpty }

  /// No name.
  package init() {}

  /// A name without markup.
  package init(_ name: [UInt8]) {
    bytes = ContiguousArray(name)
    bytes.span.isASCII ? lowercaseASCII() : lowercaseAll()
  }

  /// The name without spaces and punctuation.
  var lettersAndDigits: SortName {
    var name = self
    name.bytes.removeAll { $0 < 0x80 && !$0.isLetter && !$0.isDigit }
    return name
  }

  /// Whether the name is another one and then a space or punctuation.
  func adds(to name: SortName) -> Bool {
    guard bytes.starts(with: name.bytes), bytes.count > name.bytes.count else { return false }
    let next = bytes[name.bytes.count]
    return next < 0x80 && !next.isLetter && !next.isDigit
  }

  /// Forgets the name and keeps the memory.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Reads a name with its markup, in the memory of the last.
  mutating func read(_ line: Span<UInt8>, _ range: Range<Int>) {
    removeAll()
    let range = line.withoutBlanks(range.clamped(to: 0..<line.count))
    let part = line.extracting(range)
    if PlainText.isPlain(part) {
      unsafe part.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      return lowercaseASCII()
    }
    PlainText.forEachByte(line, range) { bytes.append($0.lowercasedASCII) }
    if !bytes.span.isASCII { lowercaseAll() }
  }

  private mutating func lowercaseASCII() {
    var letters = bytes.mutableSpan
    for index in letters.indices { letters[index] = letters[index].lowercasedASCII }
  }

  /// Without invisible characters, which `suspicious-character` reports.
  private mutating func lowercaseAll() {
    var text = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).lowercased().unicodeScalars {
      if InvisibleCharacter.name(scalar.value) == nil {
        text.append(scalar)
      } else if InvisibleCharacter.isSpace(scalar.value), !text.isEmpty {
        text.append(" ")
      }
    }
    while text.last == " " { text.removeLast() }
    bytes = ContiguousArray(String(text).utf8)
  }
}
