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
    mayHold("<!--", in: range)
  }

  /// Whether an inline link may end in a range: whether it holds `](`.
  func mayHoldLink(in range: Range<Int>) -> Bool {
    mayHold("](", in: range)
  }

  /// Whether ASCII text begins in a range.
  private func mayHold(_ text: StaticString, in range: Range<Int>) -> Bool {
    let first = unsafe text.utf8Start[0]
    var index = firstIndex(of: first, in: range)
    while index < range.upperBound {
      if hasPrefix(text, at: index) { return true }
      index = firstIndex(of: first, in: index + 1..<range.upperBound)
    }
    return false
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
