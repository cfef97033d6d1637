import TableSyntax

/// The runs of `*` and `~` of a text, and how many bytes of each render as characters: emphasis and
/// strikethrough use up the others (CommonMark 0.31 §6.2; cmark-gfm's *strikethrough*).
struct EmphasisRuns {
  /// A run of one byte.
  struct Run {
    let start: Int
    let count: Int
    let byte: UInt8
    let canOpen: Bool
    let canClose: Bool
    /// Bytes that render as characters.
    var left: Int
  }

  /// The runs, in order.
  private(set) var runs: [Run] = []

  /// Reads the runs of a range outside escapes and the ranges `opaque`, which are in order.
  ///
  /// - Complexity: O(range)
  init(_ line: Span<UInt8>, _ range: Range<Int>, outside opaque: [Range<Int>]) {
    var opaque = opaque[...]
    var index = range.lowerBound
    while index < range.upperBound {
      if let first = opaque.first, first.lowerBound <= index {
        index = max(index, first.upperBound)
        opaque.removeFirst()
        continue
      }
      let byte = line[index]
      if byte == UInt8(ascii: "\\") {
        index += 2
      } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") {
        let end = min(range.upperBound, line.skip(while: { $0 == byte }, from: index))
        add(byte, index..<end, line, range)
        index = end
      } else {
        index += 1
      }
    }
    match()
  }

  private mutating func add(
    _ byte: UInt8, _ run: Range<Int>, _ line: Span<UInt8>, _ range: Range<Int>
  ) {
    let before = Neighbour(line, before: run.lowerBound, from: range.lowerBound)
    let after = Neighbour(line, at: run.upperBound, before: range.upperBound)
    let isDelimiter = byte == UInt8(ascii: "*") || run.count <= 2
    let opens = !after.isSpace && (!after.isPunctuation || before.isSpace || before.isPunctuation)
    let closes = !before.isSpace && (!before.isPunctuation || after.isSpace || after.isPunctuation)
    runs.append(
      Run(
        start: run.lowerBound, count: run.count, byte: byte, canOpen: isDelimiter && opens,
        canClose: isDelimiter && closes, left: run.count))
  }

  private mutating func match() {
    var openers: [Int] = []
    // For each kind of closing run the first run that may still open it.
    var bottoms: [Int: Int] = [:]
    for index in runs.indices {
      let kind =
        Int(runs[index].byte) * 6 + runs[index].count % 3 * 2 + (runs[index].canOpen ? 1 : 0)
      while runs[index].canClose, runs[index].left > 0 {
        let bottom = bottoms[kind] ?? 0
        let found = openers.lastIndex { $0 < bottom || pairs($0, index) }
        guard let found, openers[found] >= bottom else {
          bottoms[kind] = index
          break
        }
        close(openers[found], index)
        openers.removeSubrange((runs[openers[found]].left > 0 ? found + 1 : found)...)
      }
      if runs[index].canOpen, runs[index].left > 0 { openers.append(index) }
    }
  }

  /// Whether one run opens what another closes.
  private func pairs(_ opener: Int, _ closer: Int) -> Bool {
    let (one, other) = (runs[opener], runs[closer])
    if one.byte != other.byte { return false }
    if one.byte == UInt8(ascii: "~") { return one.count == other.count }
    if !one.canClose, !other.canOpen { return true }
    return (one.count + other.count) % 3 != 0 || one.count % 3 == 0 && other.count % 3 == 0
  }

  private mutating func close(_ opener: Int, _ closer: Int) {
    let isPair = runs[opener].left >= 2 && runs[closer].left >= 2
    let count = runs[opener].byte == UInt8(ascii: "~") ? runs[opener].count : isPair ? 2 : 1
    runs[opener].left -= count
    runs[closer].left -= count
  }
}

/// The character next to a run.
private struct Neighbour {
  var isSpace = true
  var isPunctuation = false

  init(_ line: Span<UInt8>, at index: Int, before end: Int) {
    if index < end { read(DisplayWidth.decode(line, at: index, end: end).0) }
  }

  init(_ line: Span<UInt8>, before end: Int, from start: Int) {
    if end <= start { return }
    var index = end - 1
    while index > start, line[index] & 0xC0 == 0x80 { index -= 1 }
    read(DisplayWidth.decode(line, at: index, end: end).0)
  }

  private mutating func read(_ scalar: UInt32) {
    isSpace = false
    if scalar < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar)
      isSpace = byte.isSpace
      isPunctuation = byte.isPunctuation
      return
    }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .spaceSeparator: isSpace = true
    case .connectorPunctuation, .dashPunctuation, .closePunctuation, .finalPunctuation,
      .initialPunctuation, .otherPunctuation, .openPunctuation:
      isPunctuation = true
    default: break
    }
  }
}
