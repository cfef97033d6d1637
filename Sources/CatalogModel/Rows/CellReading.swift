import CatalogSchema

/// A cell with the column it belongs to and, in a vocabulary column, what its items are.
struct CellReading {
  /// Index of the cell in its row.
  var cell: Int
  /// Index of the column in its table.
  var column: Int
  /// The value, in bytes of the line.
  var value: Range<Int>
  /// The items of a vocabulary column's value; none where it is empty.
  var items: [CellItem] = []
  /// True where `misplaced-value` speaks of the whole cell, and no other rule may.
  var isTraded = false

  /// Whether the whole value is one item, not parted any further.
  var isOneItem: Bool {
    items.count == 1 && items[0].range == value && items[0].pieces == nil && !value.isEmpty
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
    if planned.vocabulary == nil || value.isEmpty { return [] }
    return known(line, value, planned).items.map { $0.moved(by: value.lowerBound) }
  }

  /// What is known of a value, places counted from its start; looked up once for each text.
  private static func known(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> ValueMemo.Known {
    let fingerprint = Fingerprint.ofBytes(line, value, seed: 0)
    if let known = planned.memo[fingerprint] { return known }
    let items = read(line, value, planned)
    let known = ValueMemo.Known(
      items: items.map { $0.moved(by: -value.lowerBound) },
      isAccepted: items.allSatisfy { $0.isAccepted || $0.range.isEmpty })
    if value.count <= ValueMemo.byteCountMax { planned.memo.remember(known, fingerprint) }
    return known
  }

  private static func read(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> [CellItem] {
    guard let vocabulary = planned.vocabulary, let column = planned.column else { return [] }
    guard let clean = CleanValue(line, value) else {
      return items(line, value, vocabulary, column)
    }
    if clean.trimmed.isEmpty { return [] }
    let found = items(clean.bytes.span, clean.trimmed, vocabulary, column)
    return found.map { item in
      var item = item
      item.range = clean.lineRange(item.range)
      item.pieces = item.pieces?.map(clean.lineRange)
      return item
    }
  }

  private static func items(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ column: Column
  ) -> [CellItem] {
    let ranges = ListValue.items(line, value, delimiter: column.delimiterByte, of: vocabulary)
    var items: [CellItem] = []
    items.reserveCapacity(ranges.count)
    for range in ranges {
      items.append(
        item(line, range, isFirst: items.isEmpty, mayPart: !column.isSingle, vocabulary))
    }
    return items
  }

  private static func item(
    _ line: Span<UInt8>, _ range: Range<Int>, isFirst: Bool, mayPart: Bool,
    _ vocabulary: Vocabulary
  ) -> CellItem {
    if range.isEmpty { return CellItem(range: range, match: .unknown) }
    let known = vocabulary.matchLabel(line, range)
    if known.known != nil { return CellItem(range: range, match: known) }
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
    guard let vocabulary = planned.vocabulary, let column = planned.column else { return false }
    if let clean = CleanValue(line, value) {
      return !clean.trimmed.isEmpty
        && knows(clean.bytes.span, clean.trimmed, vocabulary, column)
    }
    return knows(line, value, vocabulary, column)
  }

  private static func knows(
    _ line: Span<UInt8>, _ value: Range<Int>, _ vocabulary: Vocabulary, _ column: Column
  ) -> Bool {
    let items = ListValue.items(line, value, delimiter: column.delimiterByte, of: vocabulary)
    for (index, item) in items.enumerated() where vocabulary.matchLabel(line, item).known == nil {
      if column.isSingle { return false }
      let pieces = ListValue.pieces(line, item, isFirst: index == 0, in: vocabulary)
      if pieces?.isEmpty != false { return false }
    }
    return true
  }

  /// A value as it is written once all is mended that can be mended safely; nil where its column
  /// does not take it.
  static func mended(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> [UInt8]? {
    guard let vocabulary = planned.vocabulary, let column = planned.column else { return nil }
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
    return Array(labels.joined(separator: column.delimiter).utf8)
  }

  /// Whether a column takes a value (contract: `missing-cell`, "accepts").
  static func accepts(
    _ line: Span<UInt8>, _ value: Range<Int>, _ planned: TablePlan.PlannedColumn
  ) -> Bool {
    // Its parts are looked at in their place: a column is much to copy.
    if planned.column == nil { return true }
    if planned.column?.isKey == true, planned.column?.isLinked == true {
      // What was meant as a link stands for one.
      return RowName(line, value: value).link != .none
    }
    if value.isEmpty { return true }
    if planned.column?.constraints?.takesType(line, value) == false { return false }
    return planned.vocabulary == nil || known(line, value, planned).isAccepted
  }
}
