import LineStore
import TableSyntax

/// `**`, `~~` and `_` that mark no text.
extension MarkupMistakes {
  mutating func readEmphasis(_ line: Span<UInt8>) {
    let outside = (foreign + inline.opaque + inline.links.map(\.range)).sorted {
      $0.lowerBound < $1.lowerBound
    }
    read(Emphasis(line, cell, outside: outside), line)
    for link in inline.links where !link.isImage && holdsRun(line, link.text) {
      let start = outside.partitioningIndex { $0.lowerBound >= link.text.lowerBound }
      let inside = outside[start...].prefix { $0.lowerBound < link.text.upperBound }
      read(Emphasis(line, link.text, outside: Array(inside)), line)
    }
  }

  private func holdsRun(_ line: Span<UInt8>, _ text: Range<Int>) -> Bool {
    line.contains("**", in: text) || line.contains("~~", in: text)
  }

  private mutating func read(_ emphasis: Emphasis, _ line: Span<UInt8>) {
    let runs = emphasis.unpaired
    var index = 0
    while index < runs.count {
      let run = runs[index]
      if index + 1 < runs.count, let pair = emphasis.pair(run, runs[index + 1], line) {
        report(pair, line)
        index += 2
      } else {
        report(run, emphasis, line)
        index += 1
      }
    }
    for (run, other) in emphasis.unequal { report(run, pairedWith: other, line) }
  }

  /// Two marks that were meant to pair.
  private mutating func report(_ pair: Emphasis.Pair, _ line: Span<UInt8>) {
    let mark = line.string(pair.range.lowerBound..<pair.range.lowerBound + 2)
    let what = "\(line.quoted(pair.range)) is not \(mark == "~~" ? "struck through" : "bold")"
    switch pair.blanks {
    case .atEnd(let range):
      add(
        pair.range, "\(what): remove the space before the closing “\(mark)”",
        title: "Remove the space", [RowEdit(range: range, replacement: [])])
    case .atStart(let range):
      add(
        pair.range, "\(what): remove the space after the opening “\(mark)”",
        title: "Remove the space", [RowEdit(range: range, replacement: [])])
    case .outside:
      add(pair.range, "\(what): punctuation inside “\(mark)” needs a space outside")
    }
  }

  private mutating func report(
    _ run: EmphasisRuns.Run, _ emphasis: Emphasis, _ line: Span<UInt8>
  ) {
    let mark = run.start..<run.start + run.count
    let after = byte(line, at: mark.upperBound)
    let before = byte(line, before: mark.lowerBound)
    if run.canOpen, before.isSpace || before == UInt8(ascii: "("), !others.areEmpty,
      (0x41...0x5A).contains(after) || after.isDigit || after >= 0x80 || after == 0x5B,
      line.extracting(mark.upperBound..<cell.upperBound).contains(
        " ", in: 0..<cell.upperBound - mark.upperBound)
    {
      add(mark, "\(line.quoted(mark)) opens text that nothing closes: insert or remove one")
    } else if run.canClose, emphasis.hasPairs, before.isLetter, after.isSpace,
      mark.upperBound < emphasis.text.upperBound
    {
      add(mark, "\(line.quoted(mark)) closes nothing: insert or remove one")
    }
  }

  /// `*text**` and `**text*`.
  private mutating func report(
    _ run: EmphasisRuns.Run, pairedWith other: EmphasisRuns.Run, _ line: Span<UInt8>
  ) {
    let start = min(run.start, other.start)
    let end = max(run.start + run.count, other.start + other.count)
    add(
      start..<end, "\(line.quoted(start..<end)) has “**” at one end and “*” at the other",
      title: "Use “**” at both ends",
      [RowEdit(range: other.start..<other.start, replacement: [UInt8(ascii: "*")])])
  }

  // MARK: Underscores

  /// Underscores next to a link that nothing pairs with.
  mutating func readUnderscores(_ line: Span<UInt8>) {
    let closed = closedBytes(line)
    for link in inline.links.prefix(Self.countMax) {
      let (start, end) = (link.range.lowerBound - 1, link.range.upperBound)
      let opens = start >= cell.lowerBound && line[start] == UInt8(ascii: "_")
      let closes = end < cell.upperBound && line[end] == UInt8(ascii: "_")
      if opens == closes { continue }
      if opens, isFree(byte(line, before: start)), !hasMark(line, end..<cell.upperBound, closed) {
        add(
          start..<start + 1, "“_” opens text that nothing closes: insert one after the link",
          title: "Insert “_” after the link", [RowEdit(range: end..<end, replacement: [0x5F])])
      } else if closes, isFree(byte(line, at: end + 1)),
        !hasMark(line, cell.lowerBound..<link.range.lowerBound, closed)
      {
        add(
          end..<end + 1, "“_” closes nothing: remove it", title: "Remove “_”",
          [RowEdit(range: end..<end + 1, replacement: [])])
      }
    }
  }

  private func isFree(_ byte: UInt8) -> Bool { byte.isSpace || byte.isPunctuation && byte != 0x5F }

  /// Whether an underscore of a text may open or close emphasis.
  private func hasMark(_ line: Span<UInt8>, _ text: Range<Int>, _ closed: ClosedBytes) -> Bool {
    text.contains { index in
      line[index] == UInt8(ascii: "_") && !closed.contains(index)
        && (isFree(byte(line, before: index)) || isFree(byte(line, at: index + 1)))
    }
  }
}

/// The marks of a text that emphasize nothing.
private struct Emphasis {
  /// Two marks that were meant to pair.
  struct Pair {
    enum Blanks {
      case atStart(Range<Int>)
      case atEnd(Range<Int>)
      case outside
    }
    var range: Range<Int>
    var blanks: Blanks
  }

  let text: Range<Int>
  /// `**` and `~~` that are wholly unpaired.
  private(set) var unpaired: [EmphasisRuns.Run] = []
  /// `**` that are paired with a `*`, and that.
  private(set) var unequal: [(EmphasisRuns.Run, EmphasisRuns.Run)] = []
  /// Whether other such marks are paired.
  private(set) var hasPairs = false

  init(_ line: Span<UInt8>, _ text: Range<Int>, outside closed: [Range<Int>]) {
    self.text = text
    let runs = EmphasisRuns(line, text, outside: closed).runs
    var last: EmphasisRuns.Run?
    for run in runs {
      if run.count == 2, run.left == 2 { unpaired.append(run) }
      if run.count == 2, run.left == 0 { hasPairs = true }
      if run.byte == UInt8(ascii: "*"), let former = last {
        if former.isUsedUp(count: 1), run.isHalf { unequal.append((run, former)) }
        if former.isHalf, run.isUsedUp(count: 1) { unequal.append((former, run)) }
      }
      last = run.byte == UInt8(ascii: "*") ? run : last
    }
  }

  /// Two marks as a pair, nil if they were hardly meant as one.
  func pair(
    _ first: EmphasisRuns.Run, _ second: EmphasisRuns.Run, _ line: Span<UInt8>
  ) -> Pair? {
    let inside = first.start + first.count..<second.start
    guard first.byte == second.byte, !inside.isEmpty else { return nil }
    let outer = (
      before: first.start > text.lowerBound ? line[first.start - 1] : 0x20,
      after: second.start + 2 < text.upperBound ? line[second.start + 2] : 0x20
    )
    let inner = line.withoutBlanks(inside)
    guard !inner.isEmpty, isEdge(outer.before), isEdge(outer.after) else { return nil }
    let range = first.start..<second.start + second.count
    let leading = inside.lowerBound..<inner.lowerBound
    let trailing = inner.upperBound..<inside.upperBound
    switch (leading.isEmpty, trailing.isEmpty) {
    case (true, true):
      let isStuck = outer.before >= 0x80 || outer.after >= 0x80
      return isStuck ? Pair(range: range, blanks: .outside) : nil
    case (true, false) where first.canOpen: return Pair(range: range, blanks: .atEnd(trailing))
    case (false, true) where second.canClose: return Pair(range: range, blanks: .atStart(leading))
    default: return nil
    }
  }

  private func isEdge(_ byte: UInt8) -> Bool {
    byte.isSpace || byte.isPunctuation || byte >= 0x80
  }
}

extension EmphasisRuns.Run {
  fileprivate func isUsedUp(count: Int) -> Bool { self.count == count && left == 0 }
  /// Whether one of two asterisks is paired.
  fileprivate var isHalf: Bool { count == 2 && left == 1 }
}
