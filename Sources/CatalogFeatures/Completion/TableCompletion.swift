import CatalogModel
import CatalogSchema
import LineStore

/// Completion in a file without tables, on a line that is empty or begins with a pipe: a table with
/// the columns of a schema and its first row. It needs a client with snippets: others may insert
/// one line only.
enum TableCompletion {
  /// Schemas whose tables are offered, at most.
  private static let schemaCountMax = 20

  static func list(at position: TextPosition, in catalog: Catalog) -> CompletionList? {
    let text = catalog.text
    guard catalog.tables.isEmpty, !catalog.isVerbatim(position.line) else { return nil }
    let line = text.withLine(position.line) { bytes, _ in
      RowCompletion.isBegun(bytes)
        ? (typed: bytes.string(0..<min(position.byteColumn, bytes.count)), count: bytes.count) : nil
    }
    let isApart =
      position.line == 0
      || text.withLine(position.line - 1) { bytes, _ in
        RowCompletion.contentOffset(bytes) == bytes.count
      }
    guard let line, isApart else { return nil }
    let schemas = catalog.configuration.schemas.prefix(schemaCountMax).filter {
      $0.columns.count > 1
    }
    if schemas.isEmpty { return nil }
    return CompletionList(
      line: position.line, byteColumns: 0..<line.count,
      items: schemas.map { item($0, typed: line.typed) })
  }

  private static func item(_ schema: Schema, typed: String) -> CompletionItem {
    let titles = schema.columns.map(\.title)
    let plan = TablePlan(headers: titles, schemas: [schema])
    let row = RowText(plan, .compact, .both, withSnippets: true)
    let header = titles.map { RowText.literal(CellText.escaped($0)) }.joined(separator: " | ")
    let dashes = titles.map { _ in "---" }.joined(separator: " | ")
    return CompletionItem(
      label: "| … | new table", kind: .row,
      detail: schema.title.isEmpty ? schema.name : schema.title,
      filterText: typed.isEmpty ? "|" : typed,
      newText: "| \(header) |\n| \(dashes) |\n\(row.text)\n$0", isSnippet: true)
  }
}
