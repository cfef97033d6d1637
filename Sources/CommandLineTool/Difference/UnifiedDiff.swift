import CatalogFeatures
import System

/// Writes a unified diff between two versions of a text.
struct UnifiedDiff {
  /// Lines of context around a change.
  private static let contextCount = 3

  private let old: LineSequence
  private let new: LineSequence
  private let out: BufferedOutput

  /// Writes the diff; nothing for equal texts.
  ///
  /// - Complexity: O(bytes + lines × log lines)
  static func write(
    from old: ContiguousArray<UInt8>, to new: ContiguousArray<UInt8>, file: String,
    to out: BufferedOutput
  ) {
    if old == new { return }
    let diff = UnifiedDiff(
      old: LineSequence(linesByLineFeedOf: old), new: LineSequence(linesByLineFeedOf: new),
      out: out)
    let name = DiffName.path(file)
    out.write("--- \(DiffName.quoted("a/" + name))\n+++ \(DiffName.quoted("b/" + name))\n")
    diff.writeHunks(LineDifference.changes(from: diff.old, to: diff.new)[...])
  }

  private func writeHunks(_ changes: ArraySlice<LineChange>) {
    var rest = changes
    while let first = rest.popFirst() {
      var hunk = [first]
      while let next = rest.first, let last = hunk.last,
        next.old.lowerBound - last.old.upperBound <= 2 * Self.contextCount
      {
        hunk.append(next)
        rest.removeFirst()
      }
      write(hunk)
    }
  }

  private func write(_ changes: [LineChange]) {
    guard let first = changes.first, let last = changes.last else { return }
    let lead = min(Self.contextCount, first.old.lowerBound)
    let tail = min(Self.contextCount, old.count - last.old.upperBound)
    let oldLines = first.old.lowerBound - lead..<last.old.upperBound + tail
    let newLines = first.new.lowerBound - lead..<last.new.upperBound + tail
    out.write("@@ -\(Self.span(oldLines)) +\(Self.span(newLines)) @@\n")
    var line = oldLines.lowerBound
    for change in changes {
      write(" ", old, line..<change.old.lowerBound)
      write("-", old, change.old)
      write("+", new, change.new)
      line = change.old.upperBound
    }
    write(" ", old, line..<oldLines.upperBound)
  }

  private func write(_ mark: String, _ text: LineSequence, _ lines: Range<Int>) {
    for line in lines {
      out.write(mark)
      out.write(text[line])
      if text[line].last != UInt8(ascii: "\n") { out.write("\n\\ No newline at end of file\n") }
    }
  }

  private static func span(_ lines: Range<Int>) -> String {
    let start = lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1
    return lines.count == 1 ? "\(start)" : "\(start),\(lines.count)"
  }
}

/// A file's name as git writes it into diffs, for `git apply` and `patch`.
enum DiffName {
  /// The path relative to the current folder if inside it, else to the root.
  static func path(_ name: String) -> String {
    let path = AbsolutePath(name)
    let folder = AbsolutePath.currentFolder
    return path.isInside(folder) ? path.relative(to: folder) : path.names.joined(separator: "/")
  }

  /// The name, quoted as in C if it has control characters, quotes or backslashes; a name with a
  /// space ends with a tab.
  static func quoted(_ name: String) -> String {
    let isSpecial = name.utf8.contains {
      $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    if !isSpecial { return name.utf8.contains(UInt8(ascii: " ")) ? name + "\t" : name }
    var out: [UInt8] = [UInt8(ascii: "\"")]
    for byte in name.utf8 { out += escaped(byte) }
    return String(decoding: out + [UInt8(ascii: "\"")], as: UTF8.self)
  }

  private static func escaped(_ byte: UInt8) -> [UInt8] {
    switch byte {
    case UInt8(ascii: "\t"): return Array("\\t".utf8)
    case UInt8(ascii: "\n"): return Array("\\n".utf8)
    case UInt8(ascii: "\r"): return Array("\\r".utf8)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [UInt8(ascii: "\\"), byte]
    case 0..<0x20, 0x7F:
      return Array("\\\(String(byte, radix: 8).rightAligned(to: 3, by: "0"))".utf8)
    default: return [byte]
    }
  }
}
