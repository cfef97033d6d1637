import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// After `[` in a text: the other datasets, with their links.
struct DatasetCompletion {
  let catalog: Catalog
  let place: CellPlace
  let line: Int

  func list(
    _ bytes: Span<UInt8>, _ interruption: Interruption
  ) throws(Interrupted) -> CompletionList? {
    guard place.planned.column?.isKey != true, let link = LinkAtCursor(bytes, place) else {
      return nil
    }
    let search = NameSearch(bytes.string(link.typed))
    var best = BestRows(countMax: Completion.datasetCountMax)
    for table in catalog.tables where table.plan.keyColumn != nil {
      for row in table.bodyLines where row != line {
        try interruption.check()
        let name = catalog.name(ofLine: row, in: table)
        if let rank = search.rank(of: name) { best.add(row, rank: rank) }
      }
    }
    let shown = bytes.string(link.range.lowerBound..<place.cursor)
    return CompletionList(
      line: line, byteColumns: link.range, items: best.rows.compactMap { item($0.line, shown) })
  }

  /// A row's link as it stands there, with its escapes.
  private func item(_ row: Int, _ shown: String) -> CompletionItem? {
    guard let table = catalog.table(atLine: row), let key = table.plan.keyColumn else { return nil }
    let source = catalog.withRow(row, in: table) { bytes, row -> String? in
      guard key < row.cellCount else { return nil }
      let inline = InlineLinks(in: bytes, row.cells[key].value)
      let link = inline.links.first { !$0.isImage }?.range
      return (link ?? inline.autolinks.first.map(InlineLinks.whole)).map { bytes.string($0) }
    }
    guard let source, let address = catalog.link(ofLine: row, in: table) else { return nil }
    let name = String(decoding: catalog.name(ofLine: row, in: table), as: UTF8.self)
    return CompletionItem(
      label: "[\(name)]", kind: .dataset, detail: String(decoding: address, as: UTF8.self),
      filterText: CompletionItem.filterText(of: "[\(name)]", for: shown), newText: source)
  }
}

/// The link that a cursor is in, or that its bracket begins.
private struct LinkAtCursor {
  /// What is replaced.
  let range: Range<Int>
  /// What was typed behind the bracket.
  let typed: Range<Int>

  init?(_ bytes: Span<UInt8>, _ place: CellPlace) {
    let cursor = place.cursor
    let inline = InlineLinks(in: bytes, place.value)
    if inline.opaque.contains(where: { $0.contains(cursor) }) { return nil }
    let whole = inline.links.first {
      !$0.isImage && $0.text.lowerBound <= cursor && cursor <= $0.text.upperBound
    }
    if let whole {
      range = whole.range
      typed = whole.text.lowerBound..<cursor
      return
    }
    guard let bracket = Self.openBracket(bytes, place) else { return nil }
    range = bracket..<Self.end(bytes, place)
    typed = bracket + 1..<cursor
  }

  /// The bracket before the cursor that nothing closes and no backslash makes text.
  private static func openBracket(_ bytes: Span<UInt8>, _ place: CellPlace) -> Int? {
    var index = place.cursorInCell
    while index > place.cell.lowerBound {
      index -= 1
      if bytes[index] == UInt8(ascii: "]") { return nil }
      guard bytes[index] == UInt8(ascii: "[") else { continue }
      let before = place.cell.lowerBound..<index
      let isEscaped = before.reversed().prefix { bytes[$0] == UInt8(ascii: "\\") }.count % 2 == 1
      let isInCode = before.filter { bytes[$0] == UInt8(ascii: "`") }.count % 2 == 1
      return isEscaped || isInCode ? nil : index
    }
    return nil
  }

  /// Where a link ends that is no link yet: editors close brackets themselves.
  private static func end(_ bytes: Span<UInt8>, _ place: CellPlace) -> Int {
    let end = max(place.value.upperBound, place.cursor)
    let rest = bytes.skip(while: { $0 != UInt8(ascii: "]") && !$0.isBlank }, from: place.cursor)
    guard rest < end, bytes[rest] == UInt8(ascii: "]") else { return place.cursor }
    guard rest + 1 < end, bytes[rest + 1] == UInt8(ascii: "(") else { return rest + 1 }
    let close = bytes.skip(while: { $0 != UInt8(ascii: ")") }, from: rest + 2)
    return close < end ? close + 1 : rest + 2
  }
}
