/// A value long and plain enough to be taken for a misspelling of a label.
///
/// At least five letters, and no two capitals in a row: acronyms differ by single letters.
struct NearSpelling {
  private let text: [UInt8]

  init?(_ line: Span<UInt8>, _ range: Range<Int>) {
    var letterCount = 0
    var previousIsCapital = false
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for index in range {
      let byte = line[index]
      let isCapital = (0x41...0x5A).contains(byte)
      if isCapital && previousIsCapital { return nil }
      previousIsCapital = isCapital
      if Self.isLetter(byte) { letterCount += 1 }
      text.append(isCapital ? byte | 0x20 : byte)
    }
    guard letterCount >= 5 else { return nil }
    self.text = text
  }

  /// Whether the value is the label with one letter inserted, missing, doubled or transposed.
  ///
  /// Never a letter put for another, never a digit or a sign, and the first letter is the same.
  func isOneSlip(from label: [UInt8]) -> Bool {
    guard abs(label.count - text.count) <= 1, label.first == text.first, label != text else {
      return false
    }
    var start = 0
    while start < min(text.count, label.count), text[start] == label[start] { start += 1 }
    if text.count == label.count { return isTransposition(of: label, at: start) }
    let (longer, shorter) = text.count > label.count ? (text, label) : (label, text)
    return Self.isLetter(longer[start]) && longer[(start + 1)...] == shorter[start...]
  }

  private func isTransposition(of label: [UInt8], at start: Int) -> Bool {
    guard start + 1 < text.count, Self.isLetter(text[start]), Self.isLetter(text[start + 1])
    else { return false }
    return text[start] == label[start + 1] && text[start + 1] == label[start]
      && text[(start + 2)...] == label[(start + 2)...]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }
}

/// Distance by insertion, deletion, substitution and transposition of neighbours.
enum EditDistance {
  /// The distance between two texts, nil where it is above the limit.
  static func between(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      for j in 0..<right.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
