import CatalogModel
import CatalogSchema
import LineStore

/// On an empty line under a table: a new row.
enum RowCompletion {
  static func item(
    at position: TextPosition, in catalog: Catalog, withSnippets: Bool
  ) -> CompletionList? {
    let line = position.line
    guard let table = catalog.table(atLine: line - 1), table.endLine == line else { return nil }
    let isBlank = catalog.text.withLine(line) { bytes, _ in
      bytes.withoutBlanks(0..<bytes.count).isEmpty
    }
    guard isBlank else { return nil }
    var number = 0
    let cells = table.plan.columns.map { planned -> String in
      func stop(_ text: String) -> String {
        number += 1
        return withSnippets ? "${\(number):\(text)}" : ""
      }
      if planned.column?.isLinked == true { return "[\(stop("Name"))](\(stop("https://")))" }
      return stop(escaped(planned.header))
    }
    let text = "| " + cells.joined(separator: " | ") + " |"
    let item = CompletionItem(
      label: "| … | new row", kind: .row, detail: "\(table.plan.columns.count) cells",
      filterText: "|", newText: text, isSnippet: withSnippets)
    let start = catalog.text.withLine(line) { bytes, _ in min(position.byteColumn, bytes.count) }
    return CompletionList(line: line, byteColumns: start..<start, items: [item])
  }

  /// A header as a placeholder of a snippet (LSP 3.17 *Snippet syntax*).
  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      if "\\$}".contains(character) { out.append("\\") }
      out.append(character)
    }
    return out
  }
}
