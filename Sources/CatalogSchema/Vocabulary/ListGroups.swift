/// The parts of a list that are never split: what is in brackets, quotes or code, and URLs.
package struct ListGroups {
  /// The parts, in order, without those inside others.
  package private(set) var ranges: [Range<Int>] = []

  private struct Opener {
    var closing: UInt8
    var start: Int
  }

  private var openers: [Opener] = []
  /// For each closing byte the number of openers.
  private var openCounts: [UInt8: Int] = [:]
  /// For each length of a run of backticks the last run of it, once there is a backtick.
  private var lastTicks: [Int: Int]?

  /// Reads a value.
  ///
  /// - Complexity: O(value)
  package init(_ line: Span<UInt8>, _ value: Range<Int>) {
    var index = value.lowerBound
    while index < value.upperBound { index = step(line, at: index, value) }
  }

  /// Whether a separator may itself be part of a group.
  static func mayHold(_ separator: [UInt8]) -> Bool {
    separator.contains { "()[]{}<>\"`:".utf8.contains($0) }
  }

  /// Reads the byte at `index` and returns where to continue.
  private mutating func step(_ line: Span<UInt8>, at index: Int, _ value: Range<Int>) -> Int {
    let byte = line[index]
    switch byte {
    case UInt8(ascii: "\\"): return index + 2
    case UInt8(ascii: "("): open(UInt8(ascii: ")"), at: index)
    case UInt8(ascii: "["): open(UInt8(ascii: "]"), at: index)
    case UInt8(ascii: "{"): open(UInt8(ascii: "}"), at: index)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte, end: index + 1)
    case UInt8(ascii: "\""): quote(line, at: index, value)
    case 0xE2 where index + 3 <= value.upperBound && line[index + 1] == 0x80:
      // “ and ”.
      if line[index + 2] == 0x9C { open(0x9D, at: index) }
      if line[index + 2] == 0x9D { close(0x9D, end: index + 3) }
      return index + 3
    case UInt8(ascii: "`"): return code(line, at: index, value)
    case UInt8(ascii: "<"): return tag(line, at: index, value)
    case UInt8(ascii: ":"): return url(line, at: index, value)
    default: break
    }
    return index + 1
  }

  private mutating func open(_ closing: UInt8, at start: Int) {
    openers.append(Opener(closing: closing, start: start))
    openCounts[closing, default: 0] += 1
  }

  private mutating func close(_ byte: UInt8, end: Int) {
    guard openCounts[byte] ?? 0 > 0 else { return }
    while let opener = openers.popLast() {
      openCounts[opener.closing, default: 0] -= 1
      if opener.closing == byte { return add(opener.start..<end) }
    }
  }

  /// Adds a group that holds those after its start.
  private mutating func add(_ range: Range<Int>) {
    while let last = ranges.last, last.lowerBound >= range.lowerBound { ranges.removeLast() }
    ranges.append(range)
  }

  private mutating func quote(_ line: Span<UInt8>, at index: Int, _ value: Range<Int>) {
    let mark = UInt8(ascii: "\"")
    if openCounts[mark] ?? 0 > 0 { return close(mark, end: index + 1) }
    // After a digit it means inches.
    let isOpening =
      index == value.lowerBound || !(line[index - 1].isLetter || line[index - 1].isDigit)
    if isOpening { open(mark, at: index) }
  }

  private mutating func code(_ line: Span<UInt8>, at start: Int, _ value: Range<Int>) -> Int {
    let end = Self.tickEnd(line, from: start, value)
    let last = lastTicks ?? Self.lastTicks(line, start..<value.upperBound)
    lastTicks = last
    guard let final = last[end - start], final > start else { return end }
    var index = end
    while index < value.upperBound {
      let runEnd = Self.tickEnd(line, from: index, value)
      if runEnd - index == end - start {
        add(start..<runEnd)
        return runEnd
      }
      index = max(runEnd, index + 1)
    }
    return end
  }

  private static func tickEnd(_ line: Span<UInt8>, from start: Int, _ value: Range<Int>) -> Int {
    var end = start
    while end < value.upperBound, line[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  private static func lastTicks(_ line: Span<UInt8>, _ range: Range<Int>) -> [Int: Int] {
    var last: [Int: Int] = [:]
    var index = range.lowerBound
    while index < range.upperBound {
      let end = tickEnd(line, from: index, range)
      if end > index { last[end - index] = index }
      index = max(end, index + 1)
    }
    return last
  }

  /// A tag or autolink without spaces, or a tag up to the next `>`.
  private mutating func tag(_ line: Span<UInt8>, at start: Int, _ value: Range<Int>) -> Int {
    let next = start + 1
    guard next < value.upperBound, line[next].isLetter || line[next] == UInt8(ascii: "/") else {
      return next
    }
    var end = next
    while end < value.upperBound, line[end] != UInt8(ascii: ">"), line[end] != UInt8(ascii: "<") {
      end += 1
    }
    guard end < value.upperBound, line[end] == UInt8(ascii: ">") else { return next }
    add(start..<end + 1)
    return end + 1
  }

  /// A URL up to a space, bracket or quote, around the colon after its scheme.
  private mutating func url(_ line: Span<UInt8>, at colon: Int, _ value: Range<Int>) -> Int {
    guard colon + 2 < value.upperBound, line[colon + 1] == UInt8(ascii: "/"),
      line[colon + 2] == UInt8(ascii: "/")
    else { return colon + 1 }
    var start = colon
    let floor = ranges.last?.upperBound ?? value.lowerBound
    while start > max(floor, value.lowerBound), line[start - 1].isLetter { start -= 1 }
    var end = colon + 3
    while end < value.upperBound, line[end] > 0x20, !"()[]{}<>\"`".utf8.contains(line[end]) {
      end += 1
    }
    while end > colon + 3, ".,;".utf8.contains(line[end - 1]) { end -= 1 }
    add(start..<end)
    return end
  }
}
