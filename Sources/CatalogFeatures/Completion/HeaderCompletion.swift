import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// Completion of a header cell: the headers of the file's other tables, then the columns of the
/// schemas.
struct HeaderCompletion {
  private let catalog: Catalog
  private let place: TextPosition

  /// Completion on a line that is a header row, or may become one.
  init(_ catalog: Catalog, _ place: TextPosition) {
    self.catalog = catalog
    self.place = place
  }

  /// The names that begin, or have a word that begins, with what was typed; nil outside cells.
  ///
  /// - Complexity: O(tables + columns of the schemas)
  func list() -> CompletionList? {
    if catalog.isVerbatim(place.line) { return nil }
    return catalog.text.withLine(place.line) { bytes, _ in list(bytes) }
  }

  private func list(_ bytes: Span<UInt8>) -> CompletionList? {
    let cells = cells(bytes)
    let cursor = place.byteColumn
    guard cells.count > 1, let cell = cells.first(where: { $0.touches(cursor) }) else { return nil }
    let value = RowSplitter.trimmed(cell, in: bytes)
    let replaced = value.isEmpty || !value.touches(cursor) ? cursor..<cursor : value
    let typed = bytes.string(replaced.lowerBound..<cursor)
    let taken = Set(
      cells.filter { $0 != cell }
        .map { FoldedText.ofHeader(bytes.string(RowSplitter.trimmed($0, in: bytes))) })
    let found = names.filter { !taken.contains(FoldedText.ofHeader($0)) && fits($0, typed) }
    let space =
      replaced.lowerBound > 0 && bytes[replaced.lowerBound - 1] == UInt8(ascii: "|") ? " " : ""
    return CompletionList(
      line: place.line, byteColumns: replaced,
      items: found.prefix(DisplayLimits.termCountMax).map { name in
        CompletionItem(
          label: ShownText.cut(name, to: DisplayLimits.nameLengthMax), kind: .column,
          detail: "column", filterText: CompletionItem.filterText(of: name, for: typed),
          newText: space + CellText.escaped(name))
      })
  }

  /// The cells of the line; those of a row without outer pipes too.
  private func cells(_ bytes: Span<UInt8>) -> [Range<Int>] {
    let row = Row(bytes, from: RowCompletion.contentOffset(bytes))
    var cells = row.cells.prefix(row.cellCount).map(\.range)
    // A new cell begins after the last pipe.
    if let last = cells.last, last.upperBound < bytes.count {
      cells.append(last.upperBound + 1..<bytes.count)
    }
    return cells
  }

  /// The headers of other tables, then the titles of the schemas' columns.
  private var names: [String] {
    let others = catalog.tables.filter { $0.headerLine != place.line }.flatMap {
      $0.plan.columns.map(\.header)
    }
    let titles = catalog.configuration.schemas.flatMap { $0.columns.map(\.title) }
    var known: Set<String> = [""]
    return (others + titles).filter { known.insert(FoldedText.ofHeader($0)).inserted }
  }

  private func fits(_ name: String, _ typed: String) -> Bool {
    let typed = typed.lowercased()
    let name = name.lowercased()
    return name.hasPrefix(typed) || name.split(separator: " ").contains { $0.hasPrefix(typed) }
  }
}
