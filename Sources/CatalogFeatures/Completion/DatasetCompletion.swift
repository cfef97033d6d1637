import CatalogModel
import CatalogSchema
import LineStore
import TableSyntax

/// Completion after `[` in a text: the other datasets, with their links.
struct DatasetCompletion {
  let catalog: Catalog
  let place: CellPlace
  let line: Int

  func list(
    _ bytes: Span<UInt8>, _ interruption: Interruption
  ) throws(Interrupted) -> CompletionList? {
    guard place.planned.column?.isKey != true, let link = LinkAtCursor(bytes, place),
      link.typed.count <= DisplayLimits.searchedByteCountMax
    else { return nil }
    let rows = try BestRows.find(
      NameSearch(bytes.string(link.typed)), in: catalog, countMax: DisplayLimits.datasetCountMax,
      except: line, interruption)
    let typed = bytes.string(link.range.lowerBound..<place.cursor)
    return CompletionList(
      line: line, byteColumns: link.range, items: rows.compactMap { item($0.line, typed) })
  }

  /// A row's link as it is written, with its escapes; nil for a row without a link and for a link
  /// that is too long.
  private func item(_ row: Int, _ typed: String) -> CompletionItem? {
    guard let table = catalog.table(atLine: row) else { return nil }
    let source = catalog.withName(ofLine: row, in: table) { bytes, name -> String? in
      let inline = InlineLinks(in: bytes, name.value)
      let link =
        inline.links.first { !$0.isImage }?.range
        ?? inline.autolinks.first.map(InlineLinks.whole)
      return link.flatMap {
        $0.count > DisplayLimits.urlByteCountMax ? nil : bytes.string($0)
      }
    }
    guard let source, let url = catalog.link(ofLine: row, in: table) else { return nil }
    let label = "[\(catalog.shownName(ofLine: row, in: table))]"
    return CompletionItem(
      label: label, kind: .dataset,
      detail: ShownText.cut(url, to: DisplayLimits.detailLengthMax),
      filterText: CompletionItem.filterText(of: label, for: typed), newText: source)
  }
}

/// The link at a cursor, or the one that its bracket begins.
private struct LinkAtCursor {
  /// What is replaced.
  let range: Range<Int>
  /// What was typed after the bracket.
  let typed: Range<Int>

  init?(_ bytes: Span<UInt8>, _ place: CellPlace) {
    let cursor = place.cursor
    let inline = InlineLinks(in: bytes, place.value)
    if inline.opaque.contains(where: { $0.contains(cursor) }) { return nil }
    if let whole = inline.links.first(where: { !$0.isImage && $0.text.touches(cursor) }) {
      range = whole.range
      typed = whole.text.lowerBound..<cursor
      return
    }
    guard let bracket = Self.openBracket(bytes, place) else { return nil }
    range = bracket..<Self.end(bytes, place)
    typed = bracket + 1..<cursor
  }

  /// The bracket before the cursor that is neither closed nor escaped nor in code.
  private static func openBracket(_ bytes: Span<UInt8>, _ place: CellPlace) -> Int? {
    var index = place.cursor
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

  /// The end of an unfinished link: editors insert closing brackets themselves.
  private static func end(_ bytes: Span<UInt8>, _ place: CellPlace) -> Int {
    let end = max(place.value.upperBound, place.cursor)
    let rest = bytes.skip(while: { $0 != UInt8(ascii: "]") && !$0.isBlank }, from: place.cursor)
    guard rest < end, bytes[rest] == UInt8(ascii: "]") else { return place.cursor }
    guard rest + 1 < end, bytes[rest + 1] == UInt8(ascii: "(") else { return rest + 1 }
    let close = bytes.skip(while: { $0 != UInt8(ascii: ")") }, from: rest + 2)
    return close < end ? close + 1 : rest + 2
  }
}
