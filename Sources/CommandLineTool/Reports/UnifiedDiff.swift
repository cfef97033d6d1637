import LineStore

/// A unified diff between two versions of a text.
enum UnifiedDiff {
  /// Lines of context around a change.
  private static let contextCount = 3

  /// The diff, empty where nothing changed.
  ///
  /// - Complexity: O(lines × lines that differ), for the lines between the common ends
  static func between(_ old: [UInt8], _ new: [UInt8], file: String) -> [UInt8] {
    let left = lines(old)
    let right = lines(new)
    let changes = changes(left, right)
    guard !changes.isEmpty else { return [] }
    var out = Array("--- a/\(file)\n+++ b/\(file)\n".utf8)
    var index = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count,
        changes[end].old.lowerBound - changes[end - 1].old.upperBound <= 2 * contextCount
      {
        end += 1
      }
      out += hunk(Array(changes[index..<end]), left, right)
      index = end
    }
    return out
  }

  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 0x0A {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(
    _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]
  ) -> [Change] {
    if left.count == right.count { return pairwise(left, right) }
    let difference = right.difference(from: left)
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      let start = (i, j)
      while removed.contains(i) { i += 1 }
      while inserted.contains(j) { j += 1 }
      if (i, j) != start { changes.append(Change(old: start.0..<i, new: start.1..<j)) }
      i += 1
      j += 1
    }
    return changes
  }

  /// Formatting and most fixes keep lines where they are.
  private static func pairwise(
    _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]
  ) -> [Change] {
    var changes: [Change] = []
    for index in left.indices where left[index] != right[index] {
      if let last = changes.last, last.old.upperBound == index {
        changes[changes.count - 1] = Change(
          old: last.old.lowerBound..<index + 1, new: last.new.lowerBound..<index + 1)
      } else {
        changes.append(Change(old: index..<index + 1, new: index..<index + 1))
      }
    }
    return changes
  }

  private static func hunk(
    _ changes: [Change], _ left: [ArraySlice<UInt8>], _ right: [ArraySlice<UInt8>]
  ) -> [UInt8] {
    guard let first = changes.first, let last = changes.last else { return [] }
    let lead = min(contextCount, first.old.lowerBound)
    let tail = min(contextCount, left.count - last.old.upperBound)
    let old = first.old.lowerBound - lead..<last.old.upperBound + tail
    let new = first.new.lowerBound - lead..<last.new.upperBound + tail
    var out = Array("@@ -\(span(old)) +\(span(new)) @@\n".utf8)
    var line = old.lowerBound
    for change in changes {
      for index in line..<change.old.lowerBound { append(" ", left[index], &out) }
      for index in change.old { append("-", left[index], &out) }
      for index in change.new { append("+", right[index], &out) }
      line = change.old.upperBound
    }
    for index in line..<old.upperBound { append(" ", left[index], &out) }
    return out
  }

  private static func span(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }

  private static func append(_ mark: String, _ line: ArraySlice<UInt8>, _ out: inout [UInt8]) {
    out += Array(mark.utf8)
    out += line
    if line.last != 0x0A { out += Array("\n\\ No newline at end of file\n".utf8) }
  }
}
