import TableSyntax

/// Where each cell of a fixed row comes from.
struct FixedCells {
  /// For each cell of the fixed row the cell before the fix that it is; nil for an inserted one.
  private(set) var sources: [Int?] = []
  /// The cells of the fixed row that the edits change, where the effect is one of values.
  private(set) var changed: [Int] = []
  /// Whether a removed cell has a value, which the row repeats.
  private(set) var removesValue = false

  /// The cells of a fixed row; nil where not all other cells are as before.
  init?(
    _ fix: RowFix, _ line: Span<UInt8>, _ before: Row, _ fixed: Span<UInt8>, _ after: Row
  ) {
    let old = before.cells.map { line.array($0.value) }
    let new = after.cells.map { fixed.array($0.value) }
    switch fix.effect {
    case .values: readValues(fix, before, old, new)
    case .insertion: readInsertion(old, new)
    case .removal: readRemoval(old, new)
    case .exchange: readExchange(old, new)
    }
    if sources.count != new.count { return nil }
  }

  private mutating func readValues(
    _ fix: RowFix, _ before: Row, _ old: [[UInt8]], _ new: [[UInt8]]
  ) {
    guard old.count == new.count else { return }
    var edits = fix.edits[...]
    for (index, cell) in before.cells.enumerated() {
      let own = edits.prefix {
        $0.range.lowerBound >= cell.range.lowerBound && $0.range.upperBound <= cell.range.upperBound
      }
      edits = edits.dropFirst(own.count)
      if !own.isEmpty {
        changed.append(index)
      } else if old[index] != new[index] {
        return
      }
      sources.append(index)
    }
    // Each edit is within one cell.
    if !edits.isEmpty { sources = [] }
  }

  private mutating func readInsertion(_ old: [[UInt8]], _ new: [[UInt8]]) {
    var next = 0
    var found: [Int?] = []
    for text in new {
      if next < old.count, old[next] == text {
        found.append(next)
        next += 1
      } else if text.isEmpty {
        found.append(nil)
      } else {
        return
      }
    }
    if next == old.count, new.count > old.count { sources = found }
  }

  /// What is removed is empty or stays elsewhere in the row, and is no half of code or math.
  private mutating func readRemoval(_ old: [[UInt8]], _ new: [[UInt8]]) {
    var next = 0
    var found: [Int?] = []
    for (index, text) in old.enumerated() {
      if next < new.count, new[next] == text {
        found.append(index)
        next += 1
      } else if !text.isEmpty {
        if text.contains(where: Self.mayHoldPipe) { return }
        removesValue = true
      }
    }
    if next == new.count, new.count < old.count { sources = found }
  }

  /// Whether a byte may begin or end something that other renderers read across a pipe.
  private static func mayHoldPipe(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$")
  }

  private mutating func readExchange(_ old: [[UInt8]], _ new: [[UInt8]]) {
    guard old.count == new.count else { return }
    var free = old.indices.filter { old[$0] != new[$0] }
    for (index, text) in new.enumerated() {
      if old[index] == text {
        sources.append(index)
      } else if let source = free.firstIndex(where: { old[$0] == text }) {
        sources.append(free.remove(at: source))
      } else {
        return
      }
    }
  }
}
