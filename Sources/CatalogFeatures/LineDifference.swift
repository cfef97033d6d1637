package import LineStore

/// Small edits that make one text of another: whole lines put in and taken out, and in changed
/// lines only what is between their common ends.
package enum LineDifference {
  /// The edits, in order.
  ///
  /// - Complexity: O(lines) where the texts have equally many, else O(lines × lines that differ)
  package static func edits(from old: LineText, to new: LineText) -> [TextEdit] {
    if old.lineCount == new.lineCount {
      return (0..<old.lineCount).compactMap { line in
        edit(line, from: old.line(line), to: new.line(line))
      }
    }
    return lineEdits(lines(old), lines(new))
  }

  private static func edit(
    _ line: Int, from old: ContiguousArray<UInt8>, to new: ContiguousArray<UInt8>
  ) -> TextEdit? {
    if old == new { return nil }
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    while start > 0, isInsideScalar(old, start) || isInsideScalar(new, start) { start -= 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end] == new[new.count - 1 - end]
    {
      end += 1
    }
    while end > 0, isInsideScalar(old, old.count - end) { end -= 1 }
    return TextEdit(
      line: line, byteColumns: start..<old.count - end,
      replacement: Array(new[start..<new.count - end]))
  }

  private static func isInsideScalar(_ bytes: ContiguousArray<UInt8>, _ index: Int) -> Bool {
    index < bytes.count && bytes[index] & 0xC0 == 0x80
  }

  /// The lines with their endings.
  private static func lines(_ text: LineText) -> [[UInt8]] {
    (0..<text.lineCount).map { line in
      Array(text.line(line)) + text.withLine(line) { _, ending in ending.text }
    }
  }

  private static func lineEdits(_ old: [[UInt8]], _ new: [[UInt8]]) -> [TextEdit] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var edits: [TextEdit] = []
    var i = 0
    var j = 0
    while i < old.count || j < new.count {
      let start = i
      var replacement: [UInt8] = []
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) {
        replacement += new[j]
        j += 1
      }
      if i > start || !replacement.isEmpty {
        edits.append(
          TextEdit(
            start: TextPosition(line: start, byteColumn: 0),
            end: TextPosition(line: i, byteColumn: 0), replacement: replacement))
      }
      i += 1
      j += 1
    }
    return edits
  }
}
