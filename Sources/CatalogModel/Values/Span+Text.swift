import CatalogSchema
import TableSyntax

extension Span where Element == UInt8 {
  /// Whether two ranges hold the same bytes.
  func isEqual(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count
    where self[left.lowerBound + offset] != self[right.lowerBound + offset] {
      return false
    }
    return true
  }

  /// Whether an HTML comment may begin in a range.
  func mayHoldComment(in range: Range<Int>) -> Bool {
    contains("<!--", in: range)
  }

  /// Whether an inline link may end in a range: whether it holds `](`.
  func mayHoldLink(in range: Range<Int>) -> Bool {
    contains("](", in: range)
  }

  /// A range without spaces at its ends, those beyond ASCII included.
  func withoutUnicodeSpaces(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let count = spaceCount(from: start, to: end) { start += count }
    while end > start,
      let count = [1, 2, 3].first(where: {
        end - $0 >= start && spaceCount(from: end - $0, to: end) == $0
      })
    {
      end -= count
    }
    return start..<end
  }

  /// The bytes of the space that begins at an index; nil for anything else.
  private func spaceCount(from start: Int, to end: Int) -> Int? {
    let (scalar, count) = DisplayWidth.decode(self, at: start, end: end)
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return count
    default: return nil
    }
  }

  /// A range as a string; a broken sequence becomes U+FFFD.
  package func string(_ range: Range<Int>) -> String {
    String(decoding: array(range), as: UTF8.self)
  }

  /// A range in quotation marks, short enough for a message.
  func quoted(_ range: Range<Int>) -> String { "“\(Quotation.of(self, range))”" }

  /// A range, copied.
  package func array(_ range: Range<Int>) -> [UInt8] {
    let part = extracting(range.clamped(to: 0..<count))
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }
}

/// A text in quotation marks, short enough for a message.
func quoted(_ text: String) -> String { "“\(Quotation.of(text))”" }

/// A name in quotation marks, short enough for a message.
func quoted(_ bytes: [UInt8]) -> String {
  let bytes = ContiguousArray(bytes)
  return bytes.span.quoted(0..<bytes.count)
}

/// Names as people list them: *a*, *b* and *c*.
func listed(_ names: some Collection<String>, by word: String) -> String {
  guard let last = names.reversed().first, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " \(word) " + last
}
