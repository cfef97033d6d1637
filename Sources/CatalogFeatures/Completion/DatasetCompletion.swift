import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// After `[` in a text: the other datasets, with their links.
enum DatasetCompletion {
  static func list(
    at position: TextPosition, _ bytes: Span<UInt8>, _ place: CellPlace, in catalog: Catalog
  ) -> CompletionList? {
    guard place.planned.column?.isKey != true,
      let bracket = openBracket(bytes, place)
    else { return nil }
    let typed = bytes.string(bracket + 1..<place.byteColumn)
    var items: [CompletionItem] = []
    for table in catalog.tables where table.plan.keyColumn != nil {
      for line in table.bodyLines where line != position.line {
        if items.count >= Completion.datasetCountMax { break }
        if let item = item(line, table, typed, catalog) { items.append(item) }
      }
    }
    let end = closedEnd(bytes, place.byteColumn)
    return CompletionList(line: position.line, byteColumns: bracket..<end, items: items)
  }

  /// The bracket before the cursor that nothing closes.
  private static func openBracket(_ bytes: Span<UInt8>, _ place: CellPlace) -> Int? {
    var index = place.byteColumn
    while index > place.value.lowerBound {
      index -= 1
      if bytes[index] == UInt8(ascii: "]") { return nil }
      if bytes[index] == UInt8(ascii: "[") { return index }
    }
    return nil
  }

  /// Editors put the closing bracket there themselves.
  private static func closedEnd(_ bytes: Span<UInt8>, _ cursor: Int) -> Int {
    cursor < bytes.count && bytes[cursor] == UInt8(ascii: "]") ? cursor + 1 : cursor
  }

  private static func item(
    _ line: Int, _ table: CatalogTable, _ typed: String, _ catalog: Catalog
  ) -> CompletionItem? {
    let name = String(decoding: catalog.name(ofLine: line, in: table), as: UTF8.self)
    guard !name.isEmpty, typed.isEmpty || name.lowercased().contains(typed.lowercased()),
      let link = catalog.link(ofLine: line, in: table)
    else { return nil }
    let text = "[\(name)](\(String(decoding: link, as: UTF8.self)))"
    return CompletionItem(
      label: "[\(name)]", kind: .dataset, detail: String(decoding: link, as: UTF8.self),
      documentation: "", filterText: "[\(name)]", newText: text)
  }
}
