package import CatalogModel
package import LineStore

/// Small edits that make one text of another: whole lines put in and taken out, and in changed
/// lines only what is between their common ends.
package enum LineDifference {
  /// Lines that may be put in or taken out in one place for the lines behind to be found again.
  private static let gapLineCountMax = 32

  /// The edits, in order.
  ///
  /// Lines are paired from the top; where two are not alike, the nearest that are come next. Any
  /// pairing gives edits that are right; this one gives small ones where few lines come or go.
  ///
  /// - Complexity: O(bytes), times the gap where texts have nothing in common
  package static func edits(
    from old: LineText, to new: LineText, _ interruption: Interruption = .never
  ) throws(Interrupted) -> [TextEdit] {
    var edits: [TextEdit] = []
    var pair = LinePair(old: 0, new: 0)
    while pair.old < old.lineCount || pair.new < new.lineCount {
      try interruption.check()
      let next = nextPair(from: pair, old, new)
      let end = next ?? pair.next(old, new)
      if end != pair { edits.append(edit(from: pair, to: end, old, new)) }
      if let next { edits += [edit(ofPair: next, old, new)].compactMap { $0 } }
      pair = next?.next(old, new) ?? end
    }
    return edits
  }

  /// A line of each text.
  private struct LinePair: Equatable {
    var old: Int
    var new: Int

    /// The lines behind, as far as there are any.
    func next(_ oldText: LineText, _ newText: LineText) -> LinePair {
      LinePair(old: min(old + 1, oldText.lineCount), new: min(new + 1, newText.lineCount))
    }
  }

  /// The nearest pair from one on whose lines are alike; nil where none is near.
  private static func nextPair(from pair: LinePair, _ old: LineText, _ new: LineText) -> LinePair? {
    if old.lineCount - pair.old == new.lineCount - pair.new, haveSameEnding(pair, old, new) {
      return pair
    }
    for gap in 0..<gapLineCountMax {
      let candidates = [
        LinePair(old: pair.old + gap, new: pair.new), LinePair(old: pair.old, new: pair.new + gap),
      ]
      for candidate in candidates
      where candidate.old < old.lineCount && candidate.new < new.lineCount
        && haveSameEnding(candidate, old, new)
        && areAlike(old.line(candidate.old), new.line(candidate.new))
      {
        return candidate
      }
    }
    return nil
  }

  private static func haveSameEnding(
    _ pair: LinePair, _ old: LineText, _ new: LineText
  ) -> Bool {
    old.withLine(pair.old) { _, ending in ending } == new.withLine(pair.new) { _, ending in ending }
  }

  /// Whether one line may be the other, changed: most of the longer is common at the ends.
  private static func areAlike(
    _ left: ContiguousArray<UInt8>, _ right: ContiguousArray<UInt8>
  ) -> Bool {
    let ends = CommonEnds(left, right)
    return (ends.head + ends.tail) * 2 >= max(left.count, right.count)
      && left.isEmpty == right.isEmpty
  }

  // MARK: Edits

  /// Takes the lines out that stand between two pairs, and puts those of the new text in.
  private static func edit(
    from pair: LinePair, to next: LinePair, _ old: LineText, _ new: LineText
  ) -> TextEdit {
    TextEdit(
      start: old.clamp(TextPosition(line: pair.old, byteColumn: 0)),
      end: old.clamp(TextPosition(line: next.old, byteColumn: 0)),
      replacement: Array(new.bytes(ofLines: pair.new..<next.new)))
  }

  /// What differs between two lines that end alike.
  private static func edit(
    ofPair pair: LinePair, _ old: LineText, _ new: LineText
  ) -> TextEdit? {
    let before = old.line(pair.old)
    let after = new.line(pair.new)
    if before == after { return nil }
    let ends = CommonEnds(before, after)
    return TextEdit(
      line: pair.old, byteColumns: ends.head..<before.count - ends.tail,
      replacement: Array(after[ends.head..<after.count - ends.tail]))
  }
}

/// The bytes that two lines have in common at their ends, cut between characters.
private struct CommonEnds {
  let head: Int
  let tail: Int

  init(_ left: ContiguousArray<UInt8>, _ right: ContiguousArray<UInt8>) {
    let count = min(left.count, right.count)
    var head = 0
    while head < count, left[head] == right[head] { head += 1 }
    while head > 0, Self.isInside(left, head) || Self.isInside(right, head) { head -= 1 }
    var tail = 0
    while tail < count - head, left[left.count - 1 - tail] == right[right.count - 1 - tail] {
      tail += 1
    }
    while tail > 0, Self.isInside(left, left.count - tail) { tail -= 1 }
    self.head = head
    self.tail = tail
  }

  private static func isInside(_ bytes: ContiguousArray<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && bytes[index] & 0xC0 == 0x80
  }
}

extension LineText {
  /// Some lines with their endings.
  fileprivate func bytes(ofLines lines: Range<Int>) -> ContiguousArray<UInt8> {
    var bytes = ContiguousArray<UInt8>()
    forEachLine(in: lines) { _, line, ending in
      unsafe line.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
      bytes.append(contentsOf: ending.text)
      return true
    }
    return bytes
  }
}
