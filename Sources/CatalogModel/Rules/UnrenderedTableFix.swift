import LineStore
import TableSyntax

/// Makes a table of lines that were meant as one.
struct UnrenderedTableFix {
  private let table: UnrenderedTable
  private let catalog: Catalog
  private var header: Int { table.lines.lowerBound }

  init(_ table: UnrenderedTable, _ catalog: Catalog) {
    self.table = table
    self.catalog = catalog
  }

  /// The fix; nil if it would not make a table of exactly these lines.
  var fix: Fix? {
    guard table.lines.count <= RowLikeLines.countMax, let (title, edits) = proposal,
      isTable(after: edits)
    else { return nil }
    return Fix(title: title, isSafe: false, edits: edits)
  }

  private var proposal: (title: String, edits: [TextEdit])? {
    switch table.flaw {
    case .noDelimiterRow:
      let row = DelimiterRowText(header: header, row: header + 1, in: catalog).bytes
      let ending = catalog.text.withLine(header) { _, ending in ending.text }
      let prefix = catalog.prefix(ofLine: header, isFirst: false)
      let end = catalog.endPosition(ofLine: header)
      return (
        "Insert a delimiter row",
        [TextEdit(start: end, end: end, replacement: ending + prefix + row)]
      )
    case .foreignDelimiterRow, .heading: return rewritten
    case .indentedDelimiterRow:
      let start = catalog.contentOffset(ofTextLine: header + 1)
      let prefix = catalog.prefix(ofLine: header, isFirst: false)
      return (
        "Remove the delimiter row’s indentation",
        [TextEdit(line: header + 1, byteColumns: 0..<start, replacement: prefix)]
      )
    case .separateDelimiterRow(let delimiter):
      return ("Remove the blank line", [catalog.removal(ofLines: header + 1..<delimiter)])
    case .oneLine(let line): return split(line)
    case .code: return outdented
    case .outerDelimiterRow, .noHeader, .aboveHeader: return nil
    }
  }

  /// A delimiter row of hyphens in the place of one of other characters.
  private var rewritten: (title: String, edits: [TextEdit])? {
    let line = header + 1
    let row = line + 1 < table.lines.upperBound ? line + 1 : nil
    let bytes = DelimiterRowText(header: header, row: row, in: catalog).bytes
    let start = catalog.contentOffset(ofTextLine: line)
    let end = catalog.endPosition(ofLine: line)
    return (
      "Write the delimiter row with hyphens",
      [
        TextEdit(
          start: TextPosition(line: line, byteColumn: start), end: end, replacement: bytes)
      ]
    )
  }

  /// A line break between rows that are on one line.
  private func split(_ line: Int) -> (title: String, edits: [TextEdit])? {
    guard let gaps = catalog.oneLineTable(line), !gaps.isEmpty else { return nil }
    let ending = catalog.text.withLine(line) { _, ending in ending.text }
    let prefix = catalog.prefix(ofLine: line, isFirst: false)
    let newline = (ending.isEmpty ? [0x0A] : ending) + prefix
    return (
      "Put each row on a line of its own",
      gaps.map { TextEdit(line: line, byteColumns: $0, replacement: newline) }
    )
  }

  /// The lines with four columns less before their text.
  private var outdented: (title: String, edits: [TextEdit])? {
    let edits = table.lines.filter { catalog.lineMetadata($0).role == .verbatim }.map { line in
      let start = catalog.contentOffset(ofTextLine: line)
      return catalog.text.withLine(line) { bytes, _ in
        let hasTab = start > 0 && bytes[start - 1] == 0x09
        return TextEdit(
          line: line, byteColumns: max(0, start - (hasTab ? 1 : 4))..<start, replacement: [])
      }
    }
    return ("Remove the indentation", edits)
  }

  /// Whether the lines read as one table after some edits.
  private func isTable(after edits: [TextEdit]) -> Bool {
    let last = table.lines.upperBound - 1
    var text = LineText(catalog.text.bytes(ofLines: header..<last + 1))
    for edit in edits.reversed() {
      var moved = edit
      moved.start.line -= header
      moved.end.line -= header
      _ = text.apply(moved)
    }
    var state = catalog.blockState(before: header)
    var isTable = true
    text.forEachLine(in: 0..<text.lineCount) { index, bytes, _ in
      let role = BlockScanner.read(bytes, in: &state)
      isTable = index == 0 || (index == 1 ? role.isDelimiterRow : role.isBodyRow)
      return isTable
    }
    return isTable && text.lineCount > 1
  }
}

extension LineText {
  /// Lines with the endings between them.
  fileprivate func bytes(ofLines lines: Range<Int>) -> ContiguousArray<UInt8> {
    var bytes: ContiguousArray<UInt8> = []
    forEachLine(in: lines) { line, text, ending in
      bytes.append(contentsOf: text.array(0..<text.count))
      if line + 1 < lines.upperBound { bytes += ending.text }
      return true
    }
    return bytes
  }
}
