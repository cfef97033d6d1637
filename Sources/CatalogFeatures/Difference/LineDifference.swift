package import CatalogModel
package import LineStore

/// The difference between two texts, by whole lines.
package enum LineDifference {
  /// The changes, in order.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  package static func changes(
    from old: LineSequence, to new: LineSequence, _ interruption: Interruption
  ) throws(Interrupted) -> [LineChange] {
    var comparison = LineComparison(old: old, new: new, interruption: interruption)
    return try comparison.run()
  }

  /// The same, without interruption.
  package static func changes(from old: LineSequence, to new: LineSequence) -> [LineChange] {
    (try? changes(from: old, to: new, .never)) ?? []
  }

  /// Small edits from one text to another, in order: inserted and removed lines, and in changed
  /// lines only what is between their common ends.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  package static func edits(
    from old: LineText, to new: LineText, _ interruption: Interruption
  ) throws(Interrupted) -> [TextEdit] {
    let oldLines = LineSequence(old)
    let newLines = LineSequence(new)
    var edits: [TextEdit] = []
    for change in try changes(from: oldLines, to: newLines, interruption) {
      guard change.isBalanced, endingsAgree(change, old, new) else {
        edits.append(edit(change, old, newLines))
        continue
      }
      for (line, other) in zip(change.old, change.new) {
        try interruption.check()
        if let edit = edit(line, from: old.line(line), to: new.line(other)) { edits.append(edit) }
      }
    }
    return edits
  }

  private static func endingsAgree(
    _ change: LineChange, _ old: LineText, _ new: LineText
  ) -> Bool {
    zip(change.old, change.new).allSatisfy { line, other in
      old.withLine(line) { _, ending in ending } == new.withLine(other) { _, ending in ending }
    }
  }

  /// Replaces whole lines.
  private static func edit(_ change: LineChange, _ old: LineText, _ new: LineSequence) -> TextEdit {
    TextEdit(
      start: old.clamp(TextPosition(line: change.old.lowerBound, byteColumn: 0)),
      end: old.clamp(TextPosition(line: change.old.upperBound, byteColumn: 0)),
      replacement: change.new.flatMap { new[$0] })
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
}
