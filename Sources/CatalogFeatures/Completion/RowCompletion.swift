import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// Completion on a line below a table that is empty or begins with a pipe: a new row.
enum RowCompletion {
  static func list(
    at position: TextPosition, in catalog: Catalog, withSnippets: Bool
  ) -> CompletionList? {
    let line = position.line
    guard let table = catalog.table(atLine: line - 1), table.endLine == line else { return nil }
    let typed = catalog.text.withLine(line) { bytes, _ in
      isBegun(bytes) ? bytes.string(0..<min(position.byteColumn, bytes.count)) : nil
    }
    guard let typed else { return nil }
    let prefix = catalog.text.withLine(line - 1) { bytes, _ in
      bytes.string(0..<contentOffset(bytes))
    }
    let layout = catalog.layout(of: table, style: catalog.configuration.style)
    let row = RowText(
      table.plan, layout.padding, layout.outerPipes, withSnippets: withSnippets)
    let end = lineEnds(after: line, prefix, catalog.text)
    // Clients without snippets may insert one line only.
    if !withSnippets, end.hasBlankLine { return nil }
    let item = CompletionItem(
      label: "| … | new row", kind: .row, detail: "\(table.plan.columns.count) cells",
      filterText: typed.isEmpty ? "|" : typed,
      newText: prefix + row.text + (withSnippets ? end.text : ""),
      isSnippet: withSnippets)
    let length = catalog.text.withLine(line) { bytes, _ in bytes.count }
    return CompletionList(line: line, byteColumns: 0..<length, items: [item])
  }

  /// What follows the new row, after the cursor: a blank line before a line with text, a line end
  /// where the text ends.
  private static func lineEnds(
    after line: Int, _ prefix: String, _ text: LineText
  ) -> (text: String, hasBlankLine: Bool) {
    let ending = String(decoding: text.withLine(line - 1) { $1.text }, as: UTF8.self)
    let next = line + 1
    if next >= text.lineCount { return ("$0" + ending, false) }
    let isBlank = text.withLine(next) { bytes, _ in contentOffset(bytes) == bytes.count }
    if isBlank { return ("", false) }
    let quote = prefix.reversed().drop { $0 == " " || $0 == "\t" }.reversed()
    return ("$0" + ending + quote, true)
  }

  /// Whether a line has nothing but the start of a row: spaces, quote markers, a pipe.
  static func isBegun(_ line: Span<UInt8>) -> Bool {
    let start = contentOffset(line)
    let rest = line.withoutBlanks(start..<line.count)
    return rest.isEmpty || rest.count == 1 && line[rest.lowerBound] == UInt8(ascii: "|")
  }

  static func contentOffset(_ line: Span<UInt8>) -> Int {
    line.skip(while: { $0.isBlank || $0 == UInt8(ascii: ">") }, from: 0)
  }
}
