/// The best way to split an item into terms, found from its end.
struct Separation {
  /// The pieces, nil where some piece is no term.
  private(set) var pieces: [Range<Int>]?

  /// The best split of the rest of an item: its number of pieces, its first piece, and the index
  /// of the next.
  private struct Step {
    var pieceCount: Int
    var piece: Range<Int>
    var next: Int
  }

  init(
    _ line: Span<UInt8>, _ item: Range<Int>, _ separators: [Range<Int>], _ vocabulary: Vocabulary
  ) {
    let starts = [item.lowerBound] + separators.map(\.upperBound)
    let ends = separators.map(\.lowerBound) + [item.upperBound]
    let end = Step(pieceCount: 0, piece: 0..<0, next: starts.count)
    var steps: [Step?] = Array(repeating: nil, count: starts.count) + [end]
    for start in starts.indices.reversed() {
      let last = min(ends.count - 1, start + vocabulary.separatorCountMax)
      for end in (start...last).reversed() {
        guard let rest = steps[end + 1] else { continue }
        let piece = line.trimmed(starts[start]..<max(starts[start], ends[end]))
        let isGap = piece.isEmpty && end == start
        guard isGap || vocabulary.matchLabel(line, piece).known != nil else { continue }
        let count = rest.pieceCount + (isGap ? 0 : 1)
        if count < steps[start]?.pieceCount ?? .max {
          steps[start] = Step(pieceCount: count, piece: piece, next: end + 1)
        }
      }
    }
    pieces = Self.follow(steps)
  }

  private static func follow(_ steps: [Step?]) -> [Range<Int>]? {
    var pieces: [Range<Int>] = []
    var index = 0
    while index < steps.count - 1 {
      guard let step = steps[index] else { return nil }
      if !step.piece.isEmpty { pieces.append(step.piece) }
      index = step.next
    }
    return pieces
  }
}
