import CatalogSchema

/// A cell with the column it belongs to and, in a vocabulary column, what its items are.
struct CellReading {
  /// Index of the cell in its row.
  var cell: Int
  /// Index of the column in its table.
  var column: Int
  /// The value, in bytes of the line.
  var value: Range<Int>
  /// What the items stand in: the value, of a name or a link its text.
  var content: Range<Int>
  /// The items of a vocabulary column's value; none where it is empty.
  var items: [CellItem] = []
  /// True where `misplaced-value` speaks of the whole cell, and no other rule may.
  var isTraded = false

  /// Whether all is one item, not parted any further.
  var isOneItem: Bool {
    items.count == 1 && items[0].range == content && items[0].pieces == nil && !content.isEmpty
  }

  /// Reads a cell as one of a column.
  init(_ line: Span<UInt8>, cell: Int, column: Int, value: Range<Int>, _ plan: TablePlan) {
    self.cell = cell
    self.column = column
    self.value = value
    content = plan.columns[column].content(line, value)
    items = CellReader.items(line, value, plan.columns[column])
  }

  /// Whether the column takes all items.
  var isAccepted: Bool { items.allSatisfy { $0.isAccepted || $0.range.isEmpty } }
}

/// An item of a list cell.
struct CellItem {
  var range: Range<Int>
  var match: TermMatch
  /// The known pieces of an item that is no term itself.
  var pieces: [Range<Int>]?
  /// True where `misplaced-value` speaks of it.
  var isMisplaced = false
  /// True where `duplicate-value` speaks of it.
  var isRepeated = false

  /// Whether the column takes the item: a term, another label, a near spelling or a list.
  var isAccepted: Bool { match != .unknown || pieces != nil }
  /// Whether it says something: more than separators.
  var isCounted: Bool { !range.isEmpty && pieces?.isEmpty != true }
  /// Whether it is a term, or falls apart into some, without a guess.
  var isKnown: Bool { match.known != nil || pieces?.isEmpty == false }

  /// The item of a value that stands elsewhere in its line.
  func moved(by offset: Int) -> CellItem {
    var item = self
    item.range = range.lowerBound + offset..<range.upperBound + offset
    item.pieces = pieces?.map { $0.lowerBound + offset..<$0.upperBound + offset }
    return item
  }
}

/// Reads values against vocabularies.
enum CellReader {
  /// The items of a value.
  static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> [CellItem] {
    let value = planned.content(line, value)
    guard let vocabulary = planned.vocabulary, !value.isEmpty else { return [] }
    let fingerprint = Fingerprint.ofBytes(line, value, seed: 0)
    if let known = planned.memo.items(fingerprint) {
      return known.map { $0.moved(by: value.lowerBound) }
    }
    let items = read(line, value, vocabulary, planned.demands)
    if value.count <= ValueMemo.byteCountMax {
      planned.memo.remember(items.map { $0.moved(by: -value.lowerBound) }, fingerprint)
    }
    return items
  }

  private static func read(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ demands: CellDemands
  ) -> [CellItem] {
    var items: [CellItem] = []
    guard let clean = CleanValue(line, value) else {
      forEachItem(line, value, vocabulary, demands) {
        items.append($0)
        return true
      }
      return items
    }
    forEachItem(clean.bytes.span, clean.trimmed, vocabulary, demands) { found in
      var item = found
      item.range = clean.lineRange(found.range)
      item.pieces = found.pieces?.map(clean.lineRange)
      items.append(item)
      return true
    }
    return items
  }

  /// What the column of a vocabulary says of a value.
  private static func verdict(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary,
    _ planned: TablePlan.PlannedColumn
  ) -> ValueMemo.Verdict {
    let value = planned.content(line, value)
    let fingerprint = Fingerprint.ofBytes(line, value, seed: 0)
    if let known = planned.memo.verdict(fingerprint) { return known }
    let verdict =
      if let clean = CleanValue(line, value) {
        judge(clean.bytes.span, clean.trimmed, vocabulary, planned.demands)
      } else {
        judge(line, value, vocabulary, planned.demands)
      }
    if value.count <= ValueMemo.byteCountMax { planned.memo.remember(verdict, fingerprint) }
    return verdict
  }

  /// Reads a value until an item is at fault: most values that are held against another column
  /// than their own are texts, of which each item takes long.
  private static func judge(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ demands: CellDemands
  ) -> ValueMemo.Verdict {
    var verdict = ValueMemo.Verdict(isAccepted: true, isKnown: !value.isEmpty)
    forEachItem(line, value, vocabulary, demands) { item in
      verdict.isKnown = verdict.isKnown && item.isKnown
      verdict.isAccepted = item.isAccepted || item.range.isEmpty
      return verdict.isAccepted
    }
    return verdict
  }

  /// Calls `body` with the items of a value that is not empty, until it returns false.
  private static func forEachItem(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ demands: CellDemands,
    _ body: (CellItem) -> Bool
  ) {
    if value.isEmpty { return }
    var isFirst = true
    for range in ListValue.items(line, value, separator: demands.separator, of: vocabulary) {
      let item = item(line, range, isFirst: isFirst, mayPart: !demands.isSingle, vocabulary)
      if !body(item) { return }
      isFirst = false
    }
  }

  private static func item(
    _ line: Span<UInt8>, _ range: Range<Int>, isFirst: Bool, mayPart: Bool,
    _ vocabulary: Vocabulary
  ) -> CellItem {
    if range.isEmpty { return CellItem(range: range, match: .unknown) }
    let known = vocabulary.matchLabel(line, range)
    if known != .unknown { return CellItem(range: range, match: known) }
    if mayPart,
      let pieces = ListValue.pieces(line, range, isFirst: isFirst, in: vocabulary)
    {
      return CellItem(range: range, match: .unknown, pieces: pieces)
    }
    return CellItem(range: range, match: vocabulary.near(line, range))
  }

  /// Whether a column knows all items of a value without a guess.
  static func knows(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> Bool {
    planned.vocabulary.map { verdict(line, value, $0, planned).isKnown } ?? false
  }

  /// A value as it is written once all is mended that can be mended safely; nil where its column
  /// does not take it.
  static func mended(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> [UInt8]? {
    guard let vocabulary = planned.vocabulary else { return nil }
    var labels: [String] = []
    for item in items(line, value, planned) where item.isCounted {
      guard item.isAccepted else { return nil }
      let terms =
        item.match.meant.map { [$0] }
        ?? (item.pieces ?? []).compactMap { vocabulary.matchLabel(line, $0).known }
      for term in terms where !labels.contains(vocabulary[term].cellLabel) {
        labels.append(vocabulary[term].cellLabel)
      }
    }
    return Array(labels.map { Array($0.utf8) }.joined(separator: planned.demands.delimiter))
  }

  /// Whether a column takes a value (contract: `missing-cell`, "accepts").
  static func accepts(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> Bool {
    if planned.demands.isKey, planned.demands.isLinked {
      // What was meant as a link stands for one.
      return RowName(line, value: value).link != .none
    }
    if value.isEmpty { return true }
    if let constraints = planned.demands.constraints {
      let isName = planned.demands.isKey || planned.demands.isLinked
      let text = isName ? RowName(line, value: value).text : value
      if !constraints.takesType(line, text) { return false }
    }
    return planned.vocabulary.map { verdict(line, value, $0, planned).isAccepted } ?? true
  }
}
